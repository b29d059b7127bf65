package se.lyhord.tally.tally;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Counts a tracker list and digests it, piece by piece as it comes.
 *
 * <p>A list has one tracker a line: 32 lower-case hexadecimal characters and a line feed, sorted,
 * none twice. Its digest is the SHA-256 of exactly these bytes.
 */
public final class Recount {

    /** Bytes of one line, its line feed included. */
    public static final int LINE = 33;

    private final UUID petition;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] line = new byte[LINE];
    private final byte[] previous = new byte[LINE];
    private int filled;
    private long count;

    /** Begins the recount of a petition's list. */
    public Recount(UUID petition) {
        this.petition = petition;
    }

    /**
     * The next bytes of the list.
     *
     * @throws ListRefused if they can not be part of a list; says which line, never what was in it
     */
    public void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        for (int at = offset; at < offset + length; at++) {
            line[filled++] = bytes[at];
            if (filled == LINE) {
                check();
                count++;
                System.arraycopy(line, 0, previous, 0, LINE);
                filled = 0;
            }
        }
    }

    /**
     * The result, when all bytes have been added.
     *
     * @throws ListRefused if the last line is cut short
     */
    public FinalTally result() {
        if (filled != 0) {
            throw new ListRefused("line " + (count + 1) + " is cut short");
        }
        return new FinalTally(petition, count, HexFormat.of().formatHex(digest.digest()));
    }

    private void check() {
        for (int at = 0; at < LINE - 1; at++) {
            byte c = line[at];
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                throw new ListRefused("line " + (count + 1) + " is no tracker");
            }
        }
        if (line[LINE - 1] != '\n') {
            throw new ListRefused("line " + (count + 1) + " does not end where it should");
        }
        int order = Arrays.compare(previous, line);
        if (count > 0 && order == 0) {
            throw new ListRefused("line " + (count + 1) + " stands there twice");
        }
        if (count > 0 && order > 0) {
            throw new ListRefused("line " + (count + 1) + " is out of order");
        }
    }
}
