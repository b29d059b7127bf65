package se.lyhord.moderation.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;

/**
 * A hand-over as the case officer typed it; named apart from the outcome's fields on the same page.
 *
 * @param handOverCommittee code of who gets the case
 * @param handOverNumber the municipality's case number, at most 40 characters
 * @param handOverDay a day, {@code 2026-11-23}, not in the future
 */
record HandOverForm(
        @Nullable String handOverCommittee,
        @Nullable String handOverNumber,
        @Nullable String handOverDay) {

    private static final int LONGEST_NUMBER = 40;

    /** The form as one would begin it. */
    static HandOverForm of(ClosedPetition petition, LocalDate today) {
        return new HandOverForm(petition.committee(), petition.registryNumber(), today.toString());
    }

    /** What must be mended before petition-service is asked. */
    List<FieldError> errors(
            Collection<String> committees, LocalDate today, Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        if (handOverCommittee == null || !committees.contains(handOverCommittee)) {
            errors.add(problems.field("outcome", "committee", "missing", locale));
        }
        if (handOverNumber == null || handOverNumber.isBlank()) {
            errors.add(problems.field("outcome", "registryNumber", "missing", locale));
        } else if (handOverNumber.strip().length() > LONGEST_NUMBER) {
            errors.add(problems.field("outcome", "registryNumber", "too-long", locale));
        }
        var day = day();
        if (day == null) {
            errors.add(problems.field("outcome", "decidedOn", "invalid", locale));
        } else if (day.isAfter(today)) {
            errors.add(problems.field("outcome", "decidedOn", "future-day", locale));
        }
        return onThePage(errors);
    }

    /** Errors under the names that these fields have on the page. */
    static List<FieldError> onThePage(List<FieldError> errors) {
        return errors.stream()
                .map(
                        error ->
                                new FieldError(
                                        switch (error.field()) {
                                            case "committee" -> "handOverCommittee";
                                            case "registryNumber" -> "handOverNumber";
                                            default -> "handOverDay";
                                        },
                                        error.code(),
                                        error.message()))
                .toList();
    }

    private @Nullable LocalDate day() {
        try {
            return handOverDay == null ? null : LocalDate.parse(handOverDay.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
