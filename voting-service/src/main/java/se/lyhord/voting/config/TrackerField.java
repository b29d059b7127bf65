package se.lyhord.voting.config;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import se.lyhord.voting.ballot.Tracker;

/**
 * The body of a vote or withdrawal.
 *
 * @param tracker 32 lower-case hexadecimal digits
 */
public record TrackerField(@Nullable String tracker) {

    /** The refusal of a missing or malformed tracker, or null if it is well-formed. */
    public @Nullable ResponseEntity<ProblemDetail> refusal(Problems problems) {
        if (tracker == null || tracker.isBlank()) {
            return problems.field("tracker", "missing");
        }
        return Tracker.isWritten(tracker) ? null : problems.field("tracker", "invalid");
    }

    /**
     * The tracker.
     *
     * @throws IllegalArgumentException if there is a {@link #refusal}
     */
    public Tracker value() {
        return Tracker.parse(tracker == null ? "" : tracker);
    }
}
