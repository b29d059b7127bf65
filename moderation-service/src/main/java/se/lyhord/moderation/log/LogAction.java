package se.lyhord.moderation.log;

/** What a member of staff did; the log keeps the name. */
public enum LogAction {
    /** Let a petition out. */
    APPROVE,
    /** Refused a petition. */
    REJECT,
    /** Asked a petitioner for a better text. */
    RETURN,
    /** Handed a case to a committee. */
    HAND_OVER,
    /** Recorded what a committee decided. */
    OUTCOME,
    /** Settled what holds for the municipality. */
    SETTINGS,
    /** Set the rules that petitions open under. */
    RULES,
    /** Declared that people could not vote. */
    OUTAGE_DECLARE,
    /** Confirmed a colleague's declaration, so that deadlines move. */
    OUTAGE_CONFIRM,
    /** Said that nobody was kept from voting. */
    OUTAGE_DISMISS
}
