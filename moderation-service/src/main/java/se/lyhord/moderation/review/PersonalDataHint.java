package se.lyhord.moderation.review;

/**
 * A place in a text that looks like personal data. A machine's suggestion: a moderator decides.
 *
 * @param start index of its first character (UTF-16 code unit)
 * @param end index after its last
 */
public record PersonalDataHint(int start, int end, RedactionKind kind) {

    /** What stands there, for the moderator's eyes alone. */
    public String in(String text) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return "PersonalDataHint[" + start + ", " + end + ", " + kind + "]";
    }
}
