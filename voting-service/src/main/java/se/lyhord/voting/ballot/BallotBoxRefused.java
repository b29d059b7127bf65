package se.lyhord.voting.ballot;

/** A ballot box does not do what was asked; its life does not allow it. */
public final class BallotBoxRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The period that is said to have ended is not the box's newest. */
        OTHER_REVISION,
        /** The clock has not passed the deadline. */
        TOO_EARLY,
        /** The box is not in the state the command takes it from. */
        OTHER_STATE,
        /** The order states another count or digest than the cut. */
        OTHER_TALLY
    }

    /** A refusal for this reason. */
    public BallotBoxRefused(Reason reason) {
        super("Ballot box refuses: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
