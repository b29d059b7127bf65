package se.lyhord.tally.show;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.tally.tally.Sha256;

/** Counts. Whoever asks again with the entity tag gets 304 while nothing has changed. */
@RestController
@RequestMapping("/api/v1/tallies")
class TallyController {

    static final int AT_MOST = 100;

    private final TallyProjection projection;

    TallyController(TallyProjection projection) {
        this.projection = projection;
    }

    record TallyList(List<TallyView> items) {}

    /** One petition's tally; of a petition unknown here, an empty one. */
    @GetMapping("/{petitionId}")
    ResponseEntity<TallyView> tally(@PathVariable UUID petitionId) {
        return revalidated(projection.tallies(List.of(petitionId)).getFirst());
    }

    /** Several petitions' tallies, in the order asked for. */
    @GetMapping
    ResponseEntity<TallyList> tallies(@RequestParam List<UUID> petition) {
        if (petition.size() > AT_MOST) {
            throw new TooManyPetitions();
        }
        return revalidated(new TallyList(projection.tallies(petition)));
    }

    private static <T extends Record> ResponseEntity<T> revalidated(T body) {
        String tag = Sha256.of(body.toString().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag.substring(0, 32))
                .body(body);
    }
}
