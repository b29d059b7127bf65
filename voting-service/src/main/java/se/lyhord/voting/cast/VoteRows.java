package se.lyhord.voting.cast;

import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoteEvent;
import se.lyhord.voting.ballot.VoteEvent.VoteCast;
import se.lyhord.voting.ballot.VoteEvent.VoteWithdrawn;

/** How vote events stand in their table. */
final class VoteRows {

    private VoteRows() {}

    /** The name of an event's kind, as stored. */
    static String name(VoteEvent event) {
        return switch (event) {
            case VoteCast cast -> "VoteCast";
            case VoteWithdrawn withdrawn -> "VoteWithdrawn";
        };
    }

    /** The event in a row. */
    static VoteEvent event(int sequence, String name, byte[] tracker) {
        return switch (name) {
            case "VoteCast" -> new VoteCast(sequence, Tracker.of(tracker));
            case "VoteWithdrawn" -> new VoteWithdrawn(sequence, Tracker.of(tracker));
            default -> throw new IllegalStateException("No vote event is called " + name);
        };
    }
}
