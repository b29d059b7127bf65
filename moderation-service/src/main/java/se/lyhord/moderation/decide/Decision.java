package se.lyhord.moderation.decide;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.RejectionReason;

/** What a moderator decides. */
sealed interface Decision {

    /** What of the text the public does not see. */
    List<Redaction> redactions();

    /** Let the petition out. */
    record Approve(List<Redaction> redactions) implements Decision {}

    /**
     * Refuse it, for a reason that the public sees.
     *
     * @param duplicateOf the petition that it doubles, or null
     * @param authority code of the authority that decides in the matter, or null
     */
    record Reject(
            RejectionReason reason,
            @Nullable UUID duplicateOf,
            @Nullable String authority,
            List<Redaction> redactions)
            implements Decision {}

    /** Agree to a refusal that hides the text. */
    record Confirm() implements Decision {
        @Override
        public List<Redaction> redactions() {
            return List.of();
        }
    }

    /** Drop a proposed refusal. */
    record Dismiss() implements Decision {
        @Override
        public List<Redaction> redactions() {
            return List.of();
        }
    }

    /** Ask the petitioner for a better text, with a message for their eyes alone. */
    record Return(String message) implements Decision {
        @Override
        public List<Redaction> redactions() {
            return List.of();
        }
    }
}
