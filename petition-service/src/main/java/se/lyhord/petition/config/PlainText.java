package se.lyhord.petition.config;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as a person meant it: composed (NFC), line ends as line feeds, without blank or invisible
 * characters around it. Its length is counted in code points, as a person would count.
 *
 * @param hasForbidden whether it holds control characters, half surrogate pairs, unassigned code
 *     points or marks that turn the direction of writing, which could make it read as another text
 */
record PlainText(String value, boolean hasForbidden) {

    private static final int LINE_FEED = '\n';

    /** Text in which a line feed is forbidden. */
    static PlainText line(@Nullable String given) {
        return read(given, false);
    }

    /** Text in which line feeds and tabs may stand. */
    static PlainText lines(@Nullable String given) {
        return read(given, true);
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    int length() {
        return value.codePointCount(0, value.length());
    }

    private static PlainText read(@Nullable String given, boolean lines) {
        if (given == null) {
            return new PlainText("", false);
        }
        String unified = given.replace("\r\n", "\n").replace('\r', '\n');
        String text = strip(Normalizer.normalize(unified, Normalizer.Form.NFC));
        return new PlainText(text, text.codePoints().anyMatch(point -> isForbidden(point, lines)));
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** White space, and what has no width: zero-width spaces and joiners, byte order marks. */
    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || isInvisibleLetter(point);
    }

    /** Hangul fillers and the blank Braille pattern show as nothing. */
    private static boolean isInvisibleLetter(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0
                || point == 0x2800;
    }

    private static boolean isForbidden(int point, boolean lines) {
        if (point == LINE_FEED || point == '\t') {
            return !lines;
        }
        boolean turnsDirection =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return turnsDirection
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
    }
}
