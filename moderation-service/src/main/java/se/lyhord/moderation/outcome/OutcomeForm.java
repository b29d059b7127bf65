package se.lyhord.moderation.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;

/**
 * An outcome as the case officer typed it.
 *
 * @param committee code of who decided
 * @param registryNumber the municipality's case number, at most 40 characters
 * @param decidedOn a day, {@code 2026-11-23}, not in the future
 * @param decision code of what was decided
 * @param answer to the citizens, at most 4000 characters
 */
record OutcomeForm(
        @Nullable String committee,
        @Nullable String registryNumber,
        @Nullable String decidedOn,
        @Nullable String decision,
        @Nullable String answer) {

    /** Browsers send line ends as two characters, and count them as one. */
    OutcomeForm {
        answer = answer == null ? null : answer.replace("\r\n", "\n");
    }

    static final List<String> COMMITTEES = List.of("TN", "KS", "FN", "BUN", "KF");
    static final List<String> DECISIONS =
            List.of("ACCEPTED", "PARTLY_ACCEPTED", "DECLINED", "ANSWERED");
    static final int LONGEST_NUMBER = 40;
    static final int LONGEST_ANSWER = 4000;

    /** The form with nothing filled in. */
    static OutcomeForm empty() {
        return new OutcomeForm(null, null, null, null, null);
    }

    /** What must be mended before petition-service is asked. */
    List<FieldError> errors(LocalDate today, Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        oneOf(COMMITTEES, "committee", committee, errors, problems, locale);
        text("registryNumber", registryNumber, LONGEST_NUMBER, errors, problems, locale);
        var day = day();
        if (decidedOn == null || decidedOn.isBlank()) {
            errors.add(problems.field("outcome", "decidedOn", "missing", locale));
        } else if (day == null) {
            errors.add(problems.field("outcome", "decidedOn", "invalid", locale));
        } else if (day.isAfter(today)) {
            errors.add(problems.field("outcome", "decidedOn", "future", locale));
        }
        oneOf(DECISIONS, "decision", decision, errors, problems, locale);
        text("answer", answer, LONGEST_ANSWER, errors, problems, locale);
        return errors;
    }

    private @Nullable LocalDate day() {
        try {
            return decidedOn == null ? null : LocalDate.parse(decidedOn.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static void oneOf(
            List<String> codes,
            String field,
            @Nullable String typed,
            List<FieldError> errors,
            Problems problems,
            Locale locale) {
        if (typed == null || !codes.contains(typed)) {
            errors.add(problems.field("outcome", field, "missing", locale));
        }
    }

    private static void text(
            String field,
            @Nullable String typed,
            int longest,
            List<FieldError> errors,
            Problems problems,
            Locale locale) {
        if (typed == null || typed.isBlank()) {
            errors.add(problems.field("outcome", field, "missing", locale));
        } else if (typed.strip().length() > longest) {
            errors.add(problems.field("outcome", field, "too-long", locale));
        }
    }
}
