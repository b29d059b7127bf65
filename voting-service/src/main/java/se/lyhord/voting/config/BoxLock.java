package se.lyhord.voting.config;

import java.util.UUID;

/**
 * The advisory lock of one box: shared by groups that write votes into it, exclusive for whatever
 * changes its state. Two boxes with one key only wait for each other now and then.
 */
public final class BoxLock {

    private BoxLock() {}

    /** The key in PostgreSQL's 64-bit space of advisory locks. */
    public static long key(UUID petition) {
        return petition.getMostSignificantBits() ^ petition.getLeastSignificantBits();
    }
}
