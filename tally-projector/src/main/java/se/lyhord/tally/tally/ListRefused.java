package se.lyhord.tally.tally;

/** A tracker list is not what the ballot box stated, or no list at all; nothing becomes final. */
public final class ListRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names what is wrong, without quoting the list. */
    public ListRefused(String problem) {
        super(problem);
    }
}
