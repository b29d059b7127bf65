package se.lyhord.moderation.takedown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.review.TakeDown;
import se.lyhord.moderation.review.TakeDownReason;

/**
 * A proposal as typed.
 *
 * @param reason code of a {@link TakeDownReason}
 * @param lasts one of {@link #LASTS}
 */
record TakeDownForm(@Nullable String reason, @Nullable String lasts) {

    static final List<String> LASTS = List.of("FOR_NOW", "FOR_GOOD");
    static final List<String> REASONS = Stream.of(TakeDownReason.values()).map(Enum::name).toList();

    /** The form with nothing filled in. */
    static TakeDownForm empty() {
        return new TakeDownForm(null, null);
    }

    /** What must be mended before the form is a proposal. */
    List<FieldError> errors(Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        if (reason == null || !REASONS.contains(reason)) {
            errors.add(problems.field("takedown", "reason", "missing", locale));
        }
        if (lasts == null || !LASTS.contains(lasts)) {
            errors.add(problems.field("takedown", "lasts", "missing", locale));
        }
        return errors;
    }

    /** The proposal; only for a form without errors. */
    TakeDown toTakeDown() {
        return new TakeDown(
                TakeDownReason.valueOf(Objects.requireNonNull(reason)), "FOR_GOOD".equals(lasts));
    }
}
