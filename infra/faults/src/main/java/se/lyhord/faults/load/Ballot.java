package se.lyhord.faults.load;

/** One tracker of one voter, and what the voter knows of it. */
public final class Ballot {

    private final String tracker;
    private final Act cast = new Act();
    private final Act withdrawal = new Act();

    /** What the final list must say of a tracker. */
    public enum Standing {
        /** Acknowledged, and nothing was asked that could have taken it out. */
        IN,
        /** Withdrawn for certain, or never accepted. */
        OUT,
        /** The voter was not told: both are right. */
        EITHER
    }

    /** Requests for one and the same act, of which any may still take effect. */
    private static final class Act {
        private boolean done;
        private int open;

        private void settle(Answer answer) {
            switch (answer) {
                case DONE -> {
                    done = true;
                    open--;
                }
                case REFUSED, CLOSED -> open--;
                case UNKNOWN -> {}
            }
        }
    }

    Ballot(String tracker) {
        this.tracker = tracker;
    }

    /** 32 hexadecimal digits. */
    public String tracker() {
        return tracker;
    }

    /** To be called before the vote is sent: from here on it may take effect. */
    synchronized void casting() {
        cast.open++;
    }

    synchronized void cast(Answer answer) {
        cast.settle(answer);
    }

    /** To be called before a withdrawal is sent. */
    synchronized void withdrawing() {
        withdrawal.open++;
    }

    synchronized void withdrawn(Answer answer) {
        withdrawal.settle(answer);
    }

    /** Whether the vote was acknowledged at least once. */
    public synchronized boolean isAcknowledged() {
        return cast.done;
    }

    /** Whether its withdrawal was acknowledged. */
    public synchronized boolean isWithdrawn() {
        return withdrawal.done;
    }

    /** What the final list must say. */
    public synchronized Standing standing() {
        if (withdrawal.done) {
            return Standing.OUT;
        }
        if (cast.done) {
            return withdrawal.open == 0 ? Standing.IN : Standing.EITHER;
        }
        return cast.open == 0 ? Standing.OUT : Standing.EITHER;
    }
}
