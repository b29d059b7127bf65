package se.lyhord.moderation.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the log ends. Whoever wrote one down can later see whether everything up to it is
 * unchanged, even if somebody has sealed the whole log anew.
 *
 * @param number the last entry's number, 0 for an empty log
 * @param hash the last entry's hash, lower-case hex
 */
public record LogHead(long number, String hash) {

    /** Before the first entry. */
    public static final LogHead EMPTY = new LogHead(0, "0".repeat(64));

    private static final Pattern CODE = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** The form to write down: {@code 17:9f2c…}. */
    public String code() {
        return number + ":" + hash;
    }

    /** Reads what somebody has written down; empty when it is no such code. */
    public static Optional<LogHead> parse(String code) {
        var matcher = CODE.matcher(code.strip());
        return matcher.matches()
                ? Optional.of(new LogHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
