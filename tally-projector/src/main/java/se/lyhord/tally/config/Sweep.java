package se.lyhord.tally.config;

/**
 * Work that waits in the database and is done piece by piece. Several instances of the service do
 * it side by side: a piece is taken up by moving its next attempt, and doing one twice changes
 * nothing.
 */
public interface Sweep {

    /**
     * Does one piece.
     *
     * @return whether there was one; then the next is looked for at once
     */
    boolean sweepOne();
}
