package se.lyhord.petition.redact;

import java.util.Comparator;
import java.util.List;
import se.lyhord.petition.petition.Language;

/**
 * One place of a text that is hidden.
 *
 * @param start index of its first UTF-16 code unit
 * @param end index after the last
 * @throws IllegalArgumentException when it is no place
 */
public record Redaction(Field field, int start, int end, Kind kind) {

    /** Where the place is. */
    public enum Field {
        TITLE,
        TEXT
    }

    /** What the public is told stands there, in both languages. */
    public enum Kind {
        PERSONAL_IDENTITY_NUMBER("personnummer", "personal identity number"),
        PHONE("telefonnummer", "phone number"),
        EMAIL("e-postadress", "e-mail address"),
        NAME("namn", "name"),
        ADDRESS("adress", "address"),
        OTHER("personuppgift", "personal data");

        private final String swedish;
        private final String english;

        Kind(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }
    }

    public Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a place in a text");
        }
    }

    /**
     * The text with this field's places replaced by what they are.
     *
     * @throws IllegalArgumentException when a place is outside the text, or over another
     */
    static String apply(String text, Field field, List<Redaction> redactions, Language language) {
        var result = new StringBuilder();
        var from = 0;
        for (var redaction :
                redactions.stream()
                        .filter(one -> one.field() == field)
                        .sorted(Comparator.comparingInt(Redaction::start))
                        .toList()) {
            if (redaction.start() < from || redaction.end() > text.length()) {
                throw new IllegalArgumentException("the places do not fit the text");
            }
            result.append(text, from, redaction.start()).append(redaction.mark(language));
            from = redaction.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private String mark(Language language) {
        return switch (language) {
            case SV -> "[maskat: " + kind.swedish + "]";
            case EN -> "[redacted: " + kind.english + "]";
        };
    }
}
