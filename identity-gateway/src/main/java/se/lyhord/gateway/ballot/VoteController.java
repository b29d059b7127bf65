package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.login.CitizenSession;

/** The pages of voting: to confirm, what came of it, and the receipt. */
@Controller
class VoteController {

    private final Petitions petitions;
    private final Votes votes;
    private final Receipts receipts;

    VoteController(Petitions petitions, Votes votes, Receipts receipts) {
        this.petitions = petitions;
        this.votes = votes;
        this.receipts = receipts;
    }

    @GetMapping("/forslag/{id}/rosta")
    String confirm(
            @PathVariable UUID id,
            CitizenSession citizen,
            Model model,
            HttpServletResponse response) {
        BallotPages pages = new BallotPages(petitions.find(id), model, response);
        VoteOutcome.ForPage obstacle = votes.obstacle(pages.petition(), citizen);
        return obstacle == null ? pages.confirm(Tracker.draw()) : page(obstacle, pages);
    }

    /** Tells why a vote does not count; what counts has led on already ({@link Votes}). */
    @PostMapping("/forslag/{id}/rosta")
    String vote(
            @PathVariable UUID id,
            CitizenSession citizen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        BallotPages pages = new BallotPages(petitions.findForVote(id), model, response);
        return page(votes.outcome(request), pages);
    }

    @GetMapping({"/forslag/{id}/kvitto", "/forslag/{id}/redan-raknad"})
    String receipt(
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Receipts.Receipt receipt = receipts.find(request, id);
        if (receipt == null) {
            return "redirect:/forslag/" + id;
        }
        BallotPages pages = new BallotPages(petitions.find(id), model, response);
        return switch (receipt) {
            case Receipts.Voted(Tracker tracker) -> pages.receipt(tracker);
            case Receipts.VotedBefore before -> pages.alreadyCounted();
            case Receipts.Withdrawn withdrawn -> pages.withdrawn();
        };
    }

    /** For those who are not taken in: it does not know who reads it, nor which petition. */
    @PostMapping("/for-manga-roster")
    String crowded() {
        return "ballot/crowded";
    }

    private static String page(VoteOutcome.ForPage outcome, BallotPages pages) {
        return switch (outcome) {
            case VoteOutcome.NotSent notSent -> pages.confirm(Tracker.draw());
            case VoteOutcome.Closed closed -> pages.closed(closed.closedAt());
            case VoteOutcome.NotReady notReady -> pages.notReady();
            case VoteOutcome.TakenDown takenDown -> pages.takenDown();
            case VoteOutcome.TooYoung tooYoung -> pages.tooYoung();
            case VoteOutcome.Busy(Tracker tracker) -> pages.busy(tracker);
            case VoteOutcome.Unknown(Tracker tracker) -> pages.unknown(tracker);
        };
    }
}
