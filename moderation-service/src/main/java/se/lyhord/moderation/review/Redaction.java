package se.lyhord.moderation.review;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place of a text that the public does not see.
 *
 * @param start index of its first character (UTF-16 code unit)
 * @param end index after its last
 * @throws IllegalArgumentException when it is no place
 */
public record Redaction(Field field, int start, int end, RedactionKind kind) {

    private static final Pattern CODE =
            Pattern.compile("(TITLE|TEXT):(\\d{1,5})-(\\d{1,5}):([A-Z_]+)");

    /** Where the place is. */
    public enum Field {
        /** In the title. */
        TITLE,
        /** In the text below it. */
        TEXT;

        /** This field of a petition's text. */
        public String of(PetitionText text) {
            return this == TITLE ? text.title() : text.text();
        }
    }

    public Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a place in a text");
        }
    }

    /** The place as a form names it: {@code TEXT:12-25:PHONE}. */
    public String code() {
        return field + ":" + start + "-" + end + ":" + kind;
    }

    /** Reads a place as a form names it; null when it is none. */
    public static @Nullable Redaction parse(String code) {
        var matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return new Redaction(
                    Field.valueOf(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    RedactionKind.valueOf(matcher.group(4)));
        } catch (IllegalArgumentException noPlaceOrKind) {
            return null;
        }
    }

    /** Whether two places share a character. */
    public boolean overlaps(Redaction other) {
        return field == other.field && start < other.end && other.start < end;
    }

    /** Whether all places are inside the text and none is over another. */
    public static boolean fit(List<Redaction> redactions, PetitionText text) {
        return redactions.stream().allMatch(one -> one.end <= one.field.of(text).length())
                && redactions.stream()
                        .noneMatch(
                                one ->
                                        redactions.stream()
                                                .anyMatch(
                                                        other ->
                                                                other != one
                                                                        && one.overlaps(other)));
    }

    /** What a machine suggests to hide, the title's places first. */
    public static List<Redaction> suggestions(PetitionText text) {
        return Stream.of(Field.values())
                .flatMap(
                        field ->
                                PersonalDataFinder.find(field.of(text)).stream()
                                        .map(
                                                hint ->
                                                        new Redaction(
                                                                field,
                                                                hint.start(),
                                                                hint.end(),
                                                                hint.kind())))
                .toList();
    }

    /** In the order of the text, the title first. */
    public static Comparator<Redaction> inOrder() {
        return Comparator.comparing(Redaction::field).thenComparingInt(Redaction::start);
    }
}
