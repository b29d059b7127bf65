package se.lyhord.voting.ballot;

import java.util.UUID;

/** Where voters' commands are handed in. */
public interface VoteDesk {

    /** Decides and commits a command; returns when it is durable, refused or given up. */
    VoteAnswer hand(UUID petition, VoterHash voter, VoteCommand command);
}
