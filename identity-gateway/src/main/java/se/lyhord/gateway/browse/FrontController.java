package se.lyhord.gateway.browse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.lyhord.gateway.browse.ListChoice.Sort;

/** The front page and the list of petitions. */
@Controller
class FrontController {

    private static final int PAGE_SIZE = 20;
    private static final int OPEN = 6;
    private static final int TRENDING = 3;

    private final Petitions petitions;
    private final Rows rows;
    private final Freshness freshness;
    private final Dates dates;

    FrontController(Petitions petitions, Rows rows, Freshness freshness, Dates dates) {
        this.petitions = petitions;
        this.rows = rows;
        this.freshness = freshness;
        this.dates = dates;
    }

    @GetMapping("/")
    String front(Model model) {
        PetitionPage newest = some(Standing.OPEN, Sort.NEWEST, OPEN);
        PetitionPage trending = some(Standing.OPEN, Sort.TRENDING, TRENDING);
        PetitionPage closing = some(Standing.OPEN, Sort.CLOSING, 2);
        PetitionPage answered = some(Standing.ANSWERED, Sort.ANSWERED, 3);
        List<PetitionSummary> soon =
                closing.items().stream()
                        .filter(petition -> dates.soon(petition.closesAt()))
                        .toList();
        List<PetitionSummary> open =
                Stream.concat(
                                trending.items().stream().filter(PetitionSummary::trending),
                                newest.items().stream())
                        .distinct()
                        .limit(OPEN)
                        .toList();
        Map<UUID, TallyView> counts = rows.counts(open, soon, answered.items());
        model.addAttribute("open", Rows.rows(open, counts));
        model.addAttribute("openTotal", newest.total());
        model.addAttribute("closing", Rows.rows(soon, counts));
        model.addAttribute("answered", Rows.rows(answered.items(), counts));
        model.addAttribute("answeredTotal", answered.total());
        model.addAttribute("total", newest.ofAllStandings());
        model.addAttribute("rules", petitions.rules().orElse(null));
        freshness.mark(
                model,
                newest.staleSince(),
                trending.staleSince(),
                closing.staleSince(),
                answered.staleSince());
        return "browse/front";
    }

    @GetMapping("/forslag")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> lage,
            @RequestParam(defaultValue = "") List<String> namnd,
            @RequestParam(defaultValue = "") String ordning,
            @RequestParam(defaultValue = "") String sida,
            Model model) {
        ListChoice choice = ListChoice.read(q, lage, namnd, ordning, sida);
        PetitionPage found = petitions.list(choice, PAGE_SIZE);
        model.addAttribute("choice", choice);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("found", found);
        model.addAttribute("rows", rows.of(found.items()));
        freshness.mark(model, found.staleSince());
        return "browse/list";
    }

    private PetitionPage some(Standing standing, Sort sort, int size) {
        return petitions.list(new ListChoice("", Set.of(standing), Set.of(), sort, 1), size);
    }
}
