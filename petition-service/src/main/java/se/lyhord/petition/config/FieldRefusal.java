package se.lyhord.petition.config;

import java.util.List;

/**
 * Why one field of a request is refused.
 *
 * @param limits numbers for the message, as the length allowed
 */
public record FieldRefusal(String field, Code code, List<Integer> limits) {

    /** What is wrong; part of the API. */
    public enum Code {
        MISSING,
        TOO_SHORT,
        TOO_LONG,
        INVALID;

        /** As it stands in the API. */
        public String text() {
            return switch (this) {
                case MISSING -> "missing";
                case TOO_SHORT -> "too-short";
                case TOO_LONG -> "too-long";
                case INVALID -> "invalid";
            };
        }
    }
}
