package se.lyhord.petition.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.lyhord.petition.config.FieldRefusal.Code;

/**
 * Reads the fields of one request and remembers all that is wrong with them, so that the asker
 * hears everything at once. Values read are to be used after {@link #refuseIfWrong()} only.
 */
public final class Fields {

    private final List<FieldRefusal> refusals = new ArrayList<>();

    /** A required text of one line, {@code min} to {@code max} code points. */
    public String line(String field, @Nullable String given, int min, int max) {
        return required(field, PlainText.line(given), min, max);
    }

    /** A required text that may have lines, {@code min} to {@code max} code points. */
    public String lines(String field, @Nullable String given, int min, int max) {
        return required(field, PlainText.lines(given), min, max);
    }

    /** A text of one line that may be left out, at most {@code max} code points. */
    public @Nullable String optionalLine(String field, @Nullable String given, int max) {
        PlainText text = PlainText.line(given);
        return text.isEmpty() ? null : required(field, text, 1, max);
    }

    /** A text that may be empty, of any lines or of one, at most {@code max} code points. */
    public String unfinished(String field, @Nullable String given, int max, boolean lines) {
        PlainText text = lines ? PlainText.lines(given) : PlainText.line(given);
        return text.isEmpty() ? "" : required(field, text, 1, max);
    }

    /** A required value with its own way of being read; unreadable is invalid. */
    public <T> @Nullable T value(String field, @Nullable String given, Function<String, T> reader) {
        String text = line(field, given, 1, 100);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            refuse(field, Code.INVALID);
            return null;
        }
    }

    /** A required whole number between {@code min} and {@code max}. */
    public int number(String field, @Nullable Integer given, int min, int max) {
        if (given == null) {
            refuse(field, Code.MISSING);
            return min;
        }
        if (given < min || given > max) {
            refuse(field, Code.INVALID, min, max);
        }
        return given;
    }

    /** Notes that a field is refused. */
    public void refuse(String field, Code code, Integer... limits) {
        refusals.add(new FieldRefusal(field, code, List.of(limits)));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal (422) naming every field that is wrong
     */
    public void refuseIfWrong() {
        if (!refusals.isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", List.copyOf(refusals));
        }
    }

    private String required(String field, PlainText text, int min, int max) {
        if (text.isEmpty()) {
            refuse(field, Code.MISSING);
        } else if (text.hasForbidden()) {
            refuse(field, Code.INVALID);
        } else if (text.length() < min) {
            refuse(field, Code.TOO_SHORT, min, max);
        } else if (text.length() > max) {
            refuse(field, Code.TOO_LONG, min, max);
        } else {
            return text.value();
        }
        return "";
    }
}
