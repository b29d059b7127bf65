package se.lyhord.voting.ballot;

/** Where a ballot box is in its life. */
public enum BoxState {
    /** Takes votes until its deadline. */
    OPEN,
    /** The petition has been taken down: no votes, the clock runs, the salt is kept. */
    SUSPENDED,
    /** Takes no votes any more; those in flight have been drained. */
    FENCING,
    /** Its cut is fixed for ever. */
    FENCED,
    /** Its salt is destroyed: nobody can tell whose the hashes were. */
    SHREDDED,
    /** Its votes are dropped and the log they stood in is gone. */
    PURGED;

    /** Whether the votes are still there and voters can still be told apart. */
    public boolean isReadable() {
        return switch (this) {
            case OPEN, SUSPENDED, FENCING, FENCED -> true;
            case SHREDDED, PURGED -> false;
        };
    }
}
