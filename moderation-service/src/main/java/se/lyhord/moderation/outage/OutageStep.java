package se.lyhord.moderation.outage;

import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.log.LogAction;

/** What an administrator can do about an outage. */
enum OutageStep {
    DECLARE(LogAction.OUTAGE_DECLARE),
    CONFIRM(LogAction.OUTAGE_CONFIRM),
    DISMISS(LogAction.OUTAGE_DISMISS);

    private final LogAction action;

    OutageStep(LogAction action) {
        this.action = action;
    }

    /** How the decision log names it. */
    LogAction action() {
        return action;
    }

    /** The step of a form, or null for what is none. */
    static @Nullable OutageStep of(@Nullable String name) {
        for (var step : values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return null;
    }
}
