package se.lyhord.moderation.review;

/** A decision that the case does not allow. Foreseeable, hence without a stack trace. */
public final class ReviewRefused extends RuntimeException {

    /** What stood in the way. */
    public enum Reason {
        /** Somebody has decided the case. */
        ALREADY_DECIDED,
        /** The case has changed since the moderator read it. */
        CHANGED_MEANWHILE,
        /** The petition's text has not been fetched, so nobody can have read it. */
        TEXT_NOT_HERE,
        /** Whoever proposes to hide something may not confirm it. */
        OWN_PROPOSAL,
        /** The case is not in the state that this follows on. */
        OTHER_STATE,
        /** The places to hide do not fit the text. */
        MISPLACED_REDACTION,
        /** There is no other petition that this one could double. */
        UNKNOWN_DUPLICATE,
        /** The municipality has not settled such an authority. */
        UNKNOWN_AUTHORITY,
        /** There is no such case. */
        UNKNOWN_PETITION
    }

    private final Reason reason;

    /** Refuses for the given reason. */
    public ReviewRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** What stood in the way. */
    public Reason reason() {
        return reason;
    }
}
