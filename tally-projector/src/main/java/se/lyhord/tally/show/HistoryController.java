package se.lyhord.tally.show;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.tally.config.CountProperties;
import se.lyhord.tally.tally.CountHistory;
import se.lyhord.tally.tally.Sha256;

/** How each count has grown, day by day. */
@RestController
@RequestMapping("/api/v1/tallies")
class HistoryController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TallyProjection projection;
    private final CountProperties properties;

    HistoryController(TallyProjection projection, CountProperties properties) {
        this.projection = projection;
        this.properties = properties;
    }

    /**
     * A count's growth.
     *
     * @param fewerThan before the first point there were fewer votes than this
     * @param points cumulative counts at the end of days
     */
    record HistoryView(UUID petitionId, long fewerThan, List<CountHistory.Point> points) {}

    /** One petition's history; of a petition unknown here, an empty one. */
    @GetMapping(path = "/{petitionId}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HistoryView> history(@PathVariable UUID petitionId) {
        CountHistory history = projection.history(petitionId);
        return revalidated(history)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new HistoryView(petitionId, properties.publicMinimum(), history.points()));
    }

    /** The same as a table. */
    @GetMapping(path = "/{petitionId}/history.csv", produces = "text/csv")
    ResponseEntity<String> table(@PathVariable UUID petitionId) {
        CountHistory history = projection.history(petitionId);
        return revalidated(history)
                .contentType(CSV)
                .body(
                        "day,count\r\n"
                                + history.points().stream()
                                        .map(point -> point.day() + "," + point.count() + "\r\n")
                                        .collect(Collectors.joining()));
    }

    private static ResponseEntity.BodyBuilder revalidated(CountHistory history) {
        String tag = Sha256.of(history.toString().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(tag.substring(0, 32));
    }
}
