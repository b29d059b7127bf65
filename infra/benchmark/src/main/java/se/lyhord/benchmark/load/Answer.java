package se.lyhord.benchmark.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer, read to its end.
 *
 * @param status by RFC 9110
 * @param head status line and header fields
 * @param body without the framing of chunks
 */
public record Answer(int status, String head, String body) {

    /** What stands for an answer where none came. */
    static final Answer NONE = new Answer(0, "", "");

    /** Value of a header field, or null if there is none. */
    public @Nullable String field(String name) {
        String wanted = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(wanted);
        if (at < 0) {
            return null;
        }
        int from = at + wanted.length();
        return head.substring(from, head.indexOf("\r\n", from)).strip();
    }
}
