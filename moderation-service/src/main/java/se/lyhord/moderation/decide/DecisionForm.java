package se.lyhord.moderation.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.review.RejectionReason;

/**
 * A decision as typed, on the page or by a script.
 *
 * @param decision {@code APPROVE} or {@code REJECT}
 * @param reason code of a {@link RejectionReason}; needed to reject
 * @param note for colleagues only, at most 2000 characters
 */
record DecisionForm(@Nullable String decision, @Nullable String reason, @Nullable String note) {

    /** Browsers send line ends as two characters, and count them as one. */
    DecisionForm {
        note = note == null ? null : note.replace("\r\n", "\n");
    }

    static final List<String> DECISIONS = List.of("APPROVE", "REJECT");
    static final int LONGEST_NOTE = 2000;

    /** The form with nothing filled in. */
    static DecisionForm empty() {
        return new DecisionForm(null, null, null);
    }

    /** What must be mended before the form is a decision. */
    List<FieldError> errors(Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        if (decision == null || decision.isBlank()) {
            errors.add(problems.field("decision", "decision", "missing", locale));
        } else if (!DECISIONS.contains(decision)) {
            errors.add(problems.field("decision", "decision", "invalid", locale));
        }
        if ("REJECT".equals(decision) && (reason == null || reason.isBlank())) {
            errors.add(problems.field("decision", "reason", "missing", locale));
        } else if ("REJECT".equals(decision) && !isReason(reason)) {
            errors.add(problems.field("decision", "reason", "invalid", locale));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            errors.add(problems.field("decision", "note", "too-long", locale));
        } else if (note != null && note.indexOf(0) >= 0) {
            errors.add(problems.field("decision", "note", "invalid", locale));
        }
        return errors;
    }

    /** The decision; only for a form without errors. */
    Decision toDecision() {
        return "REJECT".equals(decision) && reason != null
                ? new Decision.Reject(RejectionReason.valueOf(reason))
                : new Decision.Approve();
    }

    /** The note without surrounding space, or null when nothing was noted. */
    @Nullable String noteOrNull() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static boolean isReason(@Nullable String typed) {
        return Stream.of(RejectionReason.values()).anyMatch(known -> known.name().equals(typed));
    }
}
