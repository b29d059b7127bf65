package se.lyhord.gateway.ballot;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The voter's own random code for one vote, 128 bits: 32 lower-case hexadecimal characters. Drawn
 * when the form opens, so that sending again is sending the same.
 */
record Tracker(String code) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    Tracker {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a tracker");
        }
    }

    static Tracker draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Tracker(HexFormat.of().formatHex(bytes));
    }

    /** What the form sent, or null if it is no tracker. */
    static @Nullable Tracker of(@Nullable String sent) {
        return sent != null && FORM.matcher(sent).matches() ? new Tracker(sent) : null;
    }

    @Override
    public String toString() {
        return "Tracker[redacted]";
    }
}
