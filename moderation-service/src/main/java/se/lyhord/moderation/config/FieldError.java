package se.lyhord.moderation.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with one field of a form.
 *
 * @param field the field's name
 * @param code machine-readable, such as {@code missing}
 * @param message in the reader's language, ready to show
 */
public record FieldError(String field, String code, String message) {

    /** The first message of every field that has one. */
    public static Map<String, String> messages(List<FieldError> errors) {
        return errors.stream()
                .collect(
                        Collectors.toMap(
                                FieldError::field, FieldError::message, (first, more) -> first));
    }
}
