package se.lyhord.voting.cast;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteRefusal;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.Problem;
import se.lyhord.voting.config.Problems;
import se.lyhord.voting.config.Voters;

/** Tells voters, and nobody else, of their own vote while voting is open. */
@RestController
class OwnVoteController {

    private final Voters voters;
    private final BoxRegister boxes;
    private final OwnVotes votes;
    private final Problems problems;

    OwnVoteController(Voters voters, BoxRegister boxes, OwnVotes votes, Problems problems) {
        this.voters = voters;
        this.boxes = boxes;
        this.votes = votes;
        this.problems = problems;
    }

    /** The tracker of the voter's vote. */
    @GetMapping("/api/v1/petitions/{petition}/vote")
    ResponseEntity<?> vote(
            @PathVariable UUID petition,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization) {
        return switch (voters.of(authorization, petition)) {
            case Voters.Voter.Gone gone -> problems.answer(gone.answer());
            case Voters.Voter.Known known -> vote(petition, known.hash());
        };
    }

    private ResponseEntity<?> vote(UUID petition, VoterHash voter) {
        BoxRow box = boxes.find(petition).orElse(null);
        if (box == null) {
            return problems.answer(Problem.NO_BALLOT_BOX);
        }
        if (boxes.terms(box).closed()) {
            return problems.answer(new VoteAnswer.Refused(VoteRefusal.CLOSED, box.closesAt()));
        }
        var tracker = votes.counted(petition, voter);
        if (tracker == null) {
            return problems.answer(Problem.NO_VOTE);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("tracker", tracker.written()));
    }
}
