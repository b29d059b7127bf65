package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.lyhord.gateway.browse.PetitionView;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.browse.Phase;
import se.lyhord.gateway.eligibility.MinimumAge;
import se.lyhord.gateway.login.CitizenSession;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.pseudonym.VoterTokens;
import se.lyhord.keyvault.VaultUnavailableException;

/** Voting: a page to confirm, the vote, and the receipt. */
@Controller
class VoteController {

    private final Petitions petitions;
    private final VoterTokens tokens;
    private final VotingService voting;
    private final Receipts receipts;
    private final Withdrawals withdrawals;
    private final Clock clock;

    VoteController(
            Petitions petitions,
            VoterTokens tokens,
            VotingService voting,
            Receipts receipts,
            Withdrawals withdrawals,
            Clock clock) {
        this.petitions = petitions;
        this.tokens = tokens;
        this.voting = voting;
        this.receipts = receipts;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @GetMapping("/forslag/{id}/rosta")
    String confirm(
            @PathVariable UUID id,
            CitizenSession citizen,
            Model model,
            HttpServletResponse response) {
        BallotPages pages = new BallotPages(petitions.find(id), model, response);
        String obstacle = obstacle(pages, citizen);
        return obstacle == null ? pages.confirm(Tracker.draw()) : obstacle;
    }

    @PostMapping("/forslag/{id}/rosta")
    @Nullable String vote(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String tracker,
            CitizenSession citizen,
            Model model,
            HttpServletResponse response)
            throws IOException {
        BallotPages pages = new BallotPages(petitions.findForVote(id), model, response);
        String obstacle = obstacle(pages, citizen);
        if (obstacle != null) {
            return obstacle;
        }
        Tracker sent = Tracker.of(tracker);
        return sent == null
                ? pages.confirm(Tracker.draw())
                : vote(id, sent, citizen, pages, response);
    }

    @GetMapping("/forslag/{id}/kvitto")
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
        return receipt.tracker() == null ? pages.withdrawn() : pages.receipt(receipt.tracker());
    }

    /** For those who are not taken in: it does not know who reads it, nor which petition. */
    @PostMapping("/for-manga-roster")
    String crowded() {
        return "ballot/crowded";
    }

    private @Nullable String vote(
            UUID id,
            Tracker tracker,
            CitizenSession citizen,
            BallotPages pages,
            HttpServletResponse response)
            throws IOException {
        VoterToken token;
        try {
            token = tokens.issue(id, citizen.number());
        } catch (VaultUnavailableException e) {
            return pages.busy(tracker);
        }
        if (token == null) {
            return pages.notReady();
        }
        return switch (voting.cast(id, token, tracker)) {
            case VoteAnswer.Counted counted -> {
                receipts.voted(response, id, counted.tracker());
                // Here and not by a view, for which far more is looked up than a redirect needs.
                response.sendRedirect("/forslag/" + id + "/kvitto");
                yield null;
            }
            case VoteAnswer.AlreadyCounted already -> {
                Tracker counted = already.tracker();
                yield pages.alreadyCounted(
                        counted == null ? null : withdrawals.seal(id, counted, citizen));
            }
            case VoteAnswer.TrackerTaken taken -> pages.confirm(Tracker.draw());
            case VoteAnswer.Closed closed -> pages.closed(closed.closedAt());
            case VoteAnswer.NotOpen notOpen -> pages.notReady();
            case VoteAnswer.Suspended suspended -> pages.takenDown();
            case VoteAnswer.Unknown unknown -> pages.unknown(tracker);
            case VoteAnswer.Busy busy -> pages.busy(tracker);
        };
    }

    private @Nullable String obstacle(BallotPages pages, CitizenSession citizen) {
        PetitionView petition = pages.petition();
        Instant now = clock.instant();
        return switch (petition.phase(now)) {
            case Phase.CLOSING, Phase.CERTIFIED -> pages.closed(null);
            case Phase.NOT_READY, Phase.REJECTED -> pages.notReady();
            case Phase.TAKEN_DOWN -> pages.takenDown();
            case Phase.VOTING -> {
                int years = petition.rules() == null ? 0 : petition.rules().minimumAge();
                yield new MinimumAge(years).isReachedBy(citizen.number(), now)
                        ? null
                        : pages.tooYoung();
            }
        };
    }
}
