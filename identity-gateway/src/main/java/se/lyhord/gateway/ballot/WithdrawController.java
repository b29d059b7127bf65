package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.login.CitizenSession;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.pseudonym.VoterTokens;
import se.lyhord.keyvault.VaultUnavailableException;

/** Taking a vote back while voting goes on. */
@Controller
class WithdrawController {

    private final Petitions petitions;
    private final VoterTokens tokens;
    private final VotingService voting;
    private final Receipts receipts;
    private final Withdrawals withdrawals;

    WithdrawController(
            Petitions petitions,
            VoterTokens tokens,
            VotingService voting,
            Receipts receipts,
            Withdrawals withdrawals) {
        this.petitions = petitions;
        this.tokens = tokens;
        this.voting = voting;
        this.receipts = receipts;
        this.withdrawals = withdrawals;
    }

    @GetMapping("/forslag/{id}/ta-tillbaka")
    String confirm(
            @PathVariable UUID id,
            CitizenSession citizen,
            Model model,
            HttpServletResponse response) {
        BallotPages pages = new BallotPages(petitions.find(id), model, response);
        return withToken(
                id,
                citizen,
                pages,
                token ->
                        switch (voting.find(id, token)) {
                            case VoteAnswer.Counted counted ->
                                    pages.withdraw(
                                            withdrawals.seal(id, counted.tracker(), citizen));
                            case VoteAnswer.NoVote none -> "redirect:/forslag/" + id;
                            case VoteAnswer.ToAny other -> page(other, pages);
                        });
    }

    @PostMapping("/forslag/{id}/ta-tillbaka")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String withdrawal,
            CitizenSession citizen,
            Model model,
            HttpServletResponse response) {
        Tracker tracker = withdrawals.open(id, withdrawal, citizen);
        if (tracker == null) {
            return "redirect:/forslag/" + id + "/ta-tillbaka";
        }
        BallotPages pages = new BallotPages(petitions.find(id), model, response);
        return withToken(
                id,
                citizen,
                pages,
                token ->
                        switch (voting.withdraw(id, token, tracker)) {
                            case VoteAnswer.Withdrawn withdrawn -> {
                                receipts.withdrawn(response, id);
                                yield "redirect:/forslag/" + id + "/kvitto";
                            }
                            case VoteAnswer.NoVote none -> "redirect:/forslag/" + id;
                            case VoteAnswer.ToAny other -> page(other, pages);
                        });
    }

    private String withToken(
            UUID id, CitizenSession citizen, BallotPages pages, Function<VoterToken, String> work) {
        try {
            VoterToken token = tokens.issue(id, citizen.number());
            return token == null ? pages.closed(null) : work.apply(token);
        } catch (VaultUnavailableException e) {
            throw pages.away();
        }
    }

    /** What did not work may be tried again: a withdrawal names its vote. */
    private static String page(VoteAnswer.ToAny answer, BallotPages pages) {
        return switch (answer) {
            case VoteAnswer.Closed closed -> pages.closed(closed.closedAt());
            case VoteAnswer.NotOpen notOpen -> pages.notReady();
            case VoteAnswer.Suspended suspended -> pages.takenDown();
            case VoteAnswer.Busy busy -> throw pages.away();
            case VoteAnswer.Unknown unknown -> throw pages.away();
        };
    }
}
