package se.lyhord.petition.browse;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.Committee;

/** Reading petitions, for everybody. */
@RestController
@RequestMapping("/api/v1/petitions")
class PetitionsController {

    private static final int LONGEST_QUERY = 200;
    private static final int LAST_PAGE = 10_000;
    private static final int LARGEST_PAGE = 100;

    private final PublicPetitions petitions;
    private final PetitionList list;

    PetitionsController(PublicPetitions petitions, PetitionList list) {
        this.petitions = petitions;
        this.list = list;
    }

    /**
     * Lists or searches petitions.
     *
     * @param standing one or several; left out means all
     * @param committee one or several that have answered; left out means all, answered or not
     * @param q words in any order; left out or blank means all
     * @param sort {@code newest}, {@code closing}, {@code votes}, {@code trending}, {@code
     *     answered} or {@code relevance}
     */
    @GetMapping
    PetitionList.Page list(
            @RequestParam(defaultValue = "") List<String> standing,
            @RequestParam(defaultValue = "") List<String> committee,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "20") String size) {
        Fields fields = new Fields();
        Set<Standing> standings = chosen(fields, "standing", standing, Standing::valueOf);
        Set<Committee> committees = chosen(fields, "committee", committee, Committee::new);
        String query = fields.optionalLine("q", q, LONGEST_QUERY);
        PetitionList.Sort order =
                fields.value(
                        "sort",
                        sort,
                        text -> PetitionList.Sort.valueOf(text.toUpperCase(Locale.ROOT)));
        Integer number = fields.value("page", page, Integer::valueOf);
        Integer items = fields.value("size", size, Integer::valueOf);
        if (number != null && (number < 0 || number > LAST_PAGE)) {
            fields.refuse("page", Code.INVALID);
        }
        if (items != null && (items < 1 || items > LARGEST_PAGE)) {
            fields.refuse("size", Code.INVALID);
        }
        fields.refuseIfWrong();
        if (order == null || number == null || items == null) {
            throw new IllegalStateException("fields that cannot be read are refused");
        }
        return list.find(
                new PetitionList.Wanted(standings, committees, query, order, number, items));
    }

    /** One petition, with an ETag to ask again by. */
    @GetMapping("/{id}")
    ResponseEntity<PetitionView> petition(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(petitions.find(id).orElseThrow(Refusal::notFound));
    }

    private static <T> Set<T> chosen(
            Fields fields, String field, List<String> given, Function<String, T> reader) {
        return given.stream()
                .filter(text -> !text.isBlank())
                .map(text -> fields.value(field, text, reader))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
