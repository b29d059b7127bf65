package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.lyhord.gateway.browse.PetitionPage;
import se.lyhord.gateway.browse.PetitionSummary;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.login.CitizenSession;

/** Where voters see their own votes while they can: as long as each vote is open. */
@Controller
class MyVotesController {

    private static final String RETRY_SECONDS = "10";

    private final Petitions petitions;
    private final MyVotes votes;
    private final int step;

    /**
     * @param step petitions that one page looks among, so that no page waits long
     */
    MyVotesController(
            Petitions petitions, MyVotes votes, @Value("${lyhord.my-votes.step}") int step) {
        this.petitions = petitions;
        this.votes = votes;
        this.step = step;
    }

    /**
     * Shows the votes among some of the open petitions.
     *
     * @param sida which of them, the first being 1
     */
    @GetMapping("/mina-roster")
    String votes(
            @RequestParam(required = false) @Nullable String sida,
            CitizenSession citizen,
            HttpServletResponse response,
            Model model)
            throws InterruptedException {
        int number = sida != null && sida.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(sida) : 1;
        PetitionPage page = petitions.open(number, step);
        MyVotes.Found found =
                votes.among(page.items().stream().map(PetitionSummary::id).toList(), citizen);
        if (found == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        model.addAttribute("page", page);
        model.addAttribute("number", number);
        model.addAttribute("voted", among(page, found.voted()));
        model.addAttribute("unknown", among(page, found.unknown()));
        return "ballot/my-votes";
    }

    private static List<PetitionSummary> among(PetitionPage page, Set<UUID> ids) {
        return page.items().stream().filter(petition -> ids.contains(petition.id())).toList();
    }
}
