package se.lyhord.moderation.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.Typed;

/**
 * An outcome as the case officer typed it.
 *
 * @param committee code of who decided
 * @param registryNumber the municipality's case number, at most 40 characters
 * @param decidedOn a day, {@code 2026-11-23}, not in the future
 * @param decision code of what was decided
 * @param answer to the citizens, at most 4000 characters
 * @param answerEnglish the same in English
 * @param documentUrl where the decision can be read in full, or nothing
 * @param documentId a file that petition-service has, or nothing
 */
record OutcomeForm(
        @Nullable String committee,
        @Nullable String registryNumber,
        @Nullable String decidedOn,
        @Nullable String decision,
        @Nullable String answer,
        @Nullable String answerEnglish,
        @Nullable String documentUrl,
        @Nullable UUID documentId) {

    OutcomeForm {
        answer = answer == null ? null : Typed.text(answer);
        answerEnglish = answerEnglish == null ? null : Typed.text(answerEnglish);
    }

    static final List<String> DECISIONS =
            List.of("ACCEPTED", "PARTLY_ACCEPTED", "DECLINED", "ANSWERED");
    static final int LONGEST_NUMBER = 40;
    static final int LONGEST_ANSWER = 4000;

    /** The form of a petition that no outcome is recorded for: what is known of the case. */
    static OutcomeForm of(ClosedPetition petition) {
        return new OutcomeForm(
                petition.committee(),
                petition.registryNumber(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** This form with a document that petition-service has taken. */
    OutcomeForm with(UUID document) {
        return new OutcomeForm(
                committee,
                registryNumber,
                decidedOn,
                decision,
                answer,
                answerEnglish,
                documentUrl,
                document);
    }

    /** What must be mended before petition-service is asked. */
    List<FieldError> errors(
            Collection<String> committees, LocalDate today, Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        oneOf(committees, "committee", committee, errors, problems, locale);
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
        text("answerEnglish", answerEnglish, LONGEST_ANSWER, errors, problems, locale);
        return errors;
    }

    /** What the log keeps of it: codes, never the answer. */
    String codes() {
        return decision + ", " + committee + ", " + registryNumber;
    }

    private @Nullable LocalDate day() {
        try {
            return decidedOn == null ? null : LocalDate.parse(decidedOn.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static void oneOf(
            Collection<String> codes,
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
        var text = Typed.text(typed);
        if (text.isEmpty()) {
            errors.add(problems.field("outcome", field, "missing", locale));
        } else if (text.length() > longest) {
            errors.add(problems.field("outcome", field, "too-long", locale));
        }
    }
}
