package se.lyhord.moderation.config;

import org.jspecify.annotations.Nullable;

/** What people type into a form, as they meant it. */
public final class Typed {

    private Typed() {}

    /**
     * The text with line feeds for line ends, and without what shows as nothing around it; empty if
     * nothing of it shows.
     */
    public static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var text = typed.replace("\r\n", "\n").replace('\r', '\n');
        var start = 0;
        var end = text.length();
        while (start < end && showsNothing(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && showsNothing(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /**
     * Whether the text holds what cannot be kept or makes it read as another: control characters
     * but line feeds and tabs, half surrogate pairs, marks that turn the direction of writing.
     */
    public static boolean isUnreadable(String text) {
        return text.codePoints().anyMatch(Typed::isForbidden);
    }

    /** White space, and what has no width: zero-width spaces and joiners, byte order marks. */
    private static boolean showsNothing(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isForbidden(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069
                || Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.SURROGATE;
    }
}
