package se.lyhord.moderation.takedown;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.review.ReviewState;

/** What a moderator can do about a published petition, and the state it follows on. */
enum Step {
    PROPOSE(ReviewState.APPROVED, LogAction.TAKE_DOWN_PROPOSE),
    CONFIRM(ReviewState.TAKE_DOWN_PROPOSED, LogAction.TAKE_DOWN),
    DISMISS(ReviewState.TAKE_DOWN_PROPOSED, LogAction.TAKE_DOWN_DISMISS),
    RESTORE(ReviewState.TAKEN_DOWN, LogAction.RESTORE);

    /** All of them, as the decision log names them. */
    static final Set<LogAction> LOGGED =
            Stream.of(values()).map(Step::action).collect(Collectors.toUnmodifiableSet());

    private final ReviewState after;
    private final LogAction action;

    Step(ReviewState after, LogAction action) {
        this.after = after;
        this.action = action;
    }

    /** How the decision log names it. */
    LogAction action() {
        return action;
    }

    /** Whether it can be done to a case in this state. */
    boolean follows(ReviewState state) {
        return state == after;
    }

    /** The step of a form, or null for what is none. */
    static @Nullable Step of(@Nullable String name) {
        for (Step step : values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return null;
    }
}
