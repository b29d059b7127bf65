package se.lyhord.voting.ballot;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Where voters' commands are handed in. */
public interface VoteDesk {

    /**
     * Takes a command to be decided and committed with others. The answer comes when it is durable,
     * refused or given up, and may be long in coming: {@link #hand} waits as long as is reasonable.
     */
    CompletableFuture<VoteAnswer> handIn(UUID petition, VoterHash voter, VoteCommand command);

    /** Decides and commits a command; returns when it is durable, refused or given up. */
    VoteAnswer hand(UUID petition, VoterHash voter, VoteCommand command);
}
