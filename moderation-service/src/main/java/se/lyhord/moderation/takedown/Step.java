package se.lyhord.moderation.takedown;

import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.review.ReviewState;

/** What a moderator can do about a published petition, and the state it follows on. */
enum Step {
    PROPOSE(ReviewState.APPROVED),
    CONFIRM(ReviewState.TAKE_DOWN_PROPOSED),
    DISMISS(ReviewState.TAKE_DOWN_PROPOSED),
    RESTORE(ReviewState.TAKEN_DOWN);

    private final ReviewState after;

    Step(ReviewState after) {
        this.after = after;
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
