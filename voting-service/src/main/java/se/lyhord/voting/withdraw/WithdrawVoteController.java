package se.lyhord.voting.withdraw;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand.WithdrawVote;
import se.lyhord.voting.ballot.VoteDesk;
import se.lyhord.voting.config.Problem;
import se.lyhord.voting.config.Problems;
import se.lyhord.voting.config.TrackerField;
import se.lyhord.voting.config.Voters;

/** Takes votes back. */
@RestController
class WithdrawVoteController {

    private final Voters voters;
    private final VoteDesk desk;
    private final Problems problems;

    WithdrawVoteController(Voters voters, VoteDesk desk, Problems problems) {
        this.voters = voters;
        this.desk = desk;
        this.problems = problems;
    }

    /** Answers 204 when the withdrawal is committed, also to a retry. */
    @PostMapping("/api/v1/petitions/{petition}/withdrawals")
    ResponseEntity<?> withdraw(
            @PathVariable UUID petition,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            @RequestBody TrackerField body) {
        var voter = voters.of(authorization, petition);
        var refusal = body.refusal(problems);
        if (refusal != null) {
            return refusal;
        }
        VoteAnswer answer =
                switch (voter) {
                    case Voters.Voter.Gone gone -> gone.answer();
                    case Voters.Voter.Known known ->
                            desk.hand(petition, known.hash(), new WithdrawVote(body.value()));
                };
        return switch (answer) {
            case VoteAnswer.Done done -> ResponseEntity.noContent().build();
            case VoteAnswer.Refused refused -> problems.answer(refused);
            case VoteAnswer.Unavailable away -> problems.answer(Problem.UNAVAILABLE);
        };
    }
}
