package se.lyhord.moderation.log;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member of staff did; the log keeps the name. */
public enum LogAction {
    /** Let a petition out. */
    APPROVE,
    /** Refused a petition. */
    REJECT,
    /** Asked a colleague to agree to a refusal that hides the text; agreeing is a refusal. */
    REJECT_PROPOSE,
    /** Dropped a proposed refusal. */
    REJECT_DISMISS,
    /** Asked a colleague to agree to a take-down. */
    TAKE_DOWN_PROPOSE,
    /** Agreed, so that a petition was taken down. */
    TAKE_DOWN,
    /** Dropped a proposed take-down. */
    TAKE_DOWN_DISMISS,
    /** Showed a petition again. */
    RESTORE,
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
    OUTAGE_DISMISS;

    /** What moderators decide in a review. */
    public static final Set<LogAction> DECISIONS =
            Set.of(APPROVE, REJECT, REJECT_PROPOSE, REJECT_DISMISS, RETURN);

    /** The action with this name, or null. */
    public static @Nullable LogAction named(@Nullable String name) {
        return Stream.of(values())
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
