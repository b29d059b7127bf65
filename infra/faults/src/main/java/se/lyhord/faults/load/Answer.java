package se.lyhord.faults.load;

/** What a voter was told. */
public enum Answer {
    /** It is done: it has to be found done for ever. */
    DONE,
    /** It is not done, and this request will not do it. */
    REFUSED,
    /** Voting has ended; this request does nothing. */
    CLOSED,
    /** No answer, or "come again": it may be done, now or later. */
    UNKNOWN;

    private static final int GONE = 410;

    static Answer of(int status) {
        if (status / 100 == 2) {
            return DONE;
        }
        if (status == GONE) {
            return CLOSED;
        }
        return status / 100 == 4 ? REFUSED : UNKNOWN;
    }
}
