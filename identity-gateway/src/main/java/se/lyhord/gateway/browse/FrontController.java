package se.lyhord.gateway.browse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page and the list of petitions. */
@Controller
class FrontController {

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST_SEARCH = 100;

    private final Petitions petitions;
    private final Tallies tallies;
    private final Freshness freshness;
    private final Dates dates;

    FrontController(Petitions petitions, Tallies tallies, Freshness freshness, Dates dates) {
        this.petitions = petitions;
        this.tallies = tallies;
        this.freshness = freshness;
        this.dates = dates;
    }

    /** A petition in a list with its count. */
    public record Row(PetitionSummary petition, TallyView tally) {}

    @GetMapping("/")
    String front(Model model) {
        PetitionPage open = petitions.list(PetitionState.OPEN, null, "newest", 0, 5);
        PetitionPage closing = petitions.list(PetitionState.OPEN, null, "closing", 0, 2);
        PetitionPage answered = petitions.list(PetitionState.ANSWERED, null, "newest", 0, 3);
        List<PetitionSummary> soon =
                closing.items().stream()
                        .filter(
                                petition ->
                                        petition.closesAt() != null
                                                && dates.soon(petition.closesAt()))
                        .toList();
        Map<UUID, TallyView> counts = counts(open.items(), soon, answered.items());
        model.addAttribute("open", rows(open.items(), counts));
        model.addAttribute("openTotal", open.total());
        model.addAttribute("closing", rows(soon, counts));
        model.addAttribute("answered", rows(answered.items(), counts));
        model.addAttribute("answeredTotal", answered.total());
        model.addAttribute("rules", petitions.rules().orElse(null));
        freshness.mark(model, open.staleSince(), closing.staleSince(), answered.staleSince());
        return "browse/front";
    }

    @GetMapping("/forslag")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String lage,
            @RequestParam(defaultValue = "newest") String ordning,
            @RequestParam(defaultValue = "1") String sida,
            Model model) {
        String words = words(q);
        PetitionState state = state(lage);
        String sort = "closing".equals(ordning) ? "closing" : "newest";
        PetitionPage found = petitions.list(state, words, sort, page(sida) - 1, PAGE_SIZE);
        model.addAttribute("found", found);
        model.addAttribute("rows", rows(found.items(), counts(found.items())));
        model.addAttribute("q", words);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("sort", sort);
        freshness.mark(model, found.staleSince());
        return "browse/list";
    }

    @SafeVarargs
    private Map<UUID, TallyView> counts(List<PetitionSummary>... lists) {
        return tallies.findAll(
                Stream.of(lists)
                        .flatMap(Collection::stream)
                        .filter(PetitionSummary::countIsElsewhere)
                        .map(PetitionSummary::id)
                        .toList());
    }

    private static List<Row> rows(List<PetitionSummary> found, Map<UUID, TallyView> counts) {
        return found.stream().map(petition -> new Row(petition, count(petition, counts))).toList();
    }

    private static TallyView count(PetitionSummary petition, Map<UUID, TallyView> counts) {
        Long ended = petition.finalCount();
        return ended != null
                ? TallyView.ended(petition.id(), ended)
                : counts.getOrDefault(petition.id(), TallyView.unknown(petition.id()));
    }

    /** Null for all; what cannot be chosen counts as all. */
    private static @Nullable PetitionState state(String wanted) {
        return Stream.of(
                        PetitionState.OPEN,
                        PetitionState.CLOSED,
                        PetitionState.ANSWERED,
                        PetitionState.REJECTED)
                .filter(state -> state.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static String words(String typed) {
        String words = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }

    private static int page(String wanted) {
        return wanted.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(wanted) : 1;
    }
}
