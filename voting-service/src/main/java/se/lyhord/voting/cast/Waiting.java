package se.lyhord.voting.cast;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand;
import se.lyhord.voting.ballot.VoterHash;

/**
 * A voter's command that waits for its group.
 *
 * @param giveUpAt by {@link System#nanoTime}: from then on the answer is to come again
 */
record Waiting(
        UUID petition,
        VoterHash voter,
        VoteCommand command,
        long giveUpAt,
        CompletableFuture<VoteAnswer> answer) {

    boolean isOverdue() {
        return System.nanoTime() - giveUpAt >= 0;
    }

    void answer(VoteAnswer given) {
        answer.complete(given);
    }
}
