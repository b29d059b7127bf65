package se.lyhord.forensics.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Something that must not be found.
 *
 * @param kind what it is
 * @param owner whose it is, for the report: a number, never the secret itself
 * @param needles every form it may be written in
 */
public record Secret(Kind kind, String owner, List<Needle> needles) {

    private static final int TEN_DIGITS_FROM = 2;
    private static final int BIRTH_NUMBER_FROM = 8;
    private static final int BLOCK = 64;
    private static final int LEAST = 10;

    /** What a secret is. */
    public enum Kind {
        /** Of a person: personnummer or samordningsnummer. */
        PERSONNUMMER,
        /** Of a person on one petition, as the gateway tells the voting service. */
        PSEUDONYM,
        /** Of a person in one ballot box. */
        VOTER_HASH,
        /** The gateway's key of one petition. */
        PSEUDONYM_KEY,
        /** The voting service's key of one petition. */
        SALT,
        /** Planted to be found. */
        CONTROL,
        /** Public once certified: searched for its place and order, not for itself. */
        TRACKER
    }

    /**
     * One form of a secret.
     *
     * @param form such as "hex"
     * @param bytes at least eight
     */
    public record Needle(String form, byte[] bytes) {}

    /** A number of twelve digits; written with the century or without, it holds the last ten. */
    public static Secret number(Kind kind, String owner, String twelveDigits) {
        String ten = twelveDigits.substring(TEN_DIGITS_FROM);
        String dashed =
                twelveDigits.substring(TEN_DIGITS_FROM, BIRTH_NUMBER_FROM)
                        + "-"
                        + twelveDigits.substring(BIRTH_NUMBER_FROM);
        List<Needle> needles = new ArrayList<>();
        needles.add(new Needle("text", ascii(ten)));
        needles.add(new Needle("text with dash", ascii(dashed)));
        needles.add(new Needle("UTF-16", ten.getBytes(StandardCharsets.UTF_16BE)));
        needles.add(new Needle("UTF-16, low byte first", ten.getBytes(StandardCharsets.UTF_16LE)));
        needles.addAll(coded(ascii(ten)));
        return new Secret(kind, owner, List.copyOf(needles));
    }

    /** Secret bytes. */
    public static Secret bytes(Kind kind, String owner, byte[] bytes) {
        List<Needle> needles = new ArrayList<>();
        needles.add(new Needle("raw", bytes));
        needles.addAll(coded(bytes));
        return new Secret(kind, owner, List.copyOf(needles));
    }

    /**
     * A key of HMAC-SHA-256 (RFC 2104): also what is left of it in a Mac that was made with it, the
     * padded key and the hash's state after either pad.
     */
    public static Secret hmacKey(Kind kind, String owner, byte[] key) {
        List<Needle> needles = new ArrayList<>(bytes(kind, owner, key).needles());
        byte[] inner = padded(key, (byte) 0x36);
        byte[] outer = padded(key, (byte) 0x5c);
        needles.add(new Needle("inner pad", inner));
        needles.add(new Needle("outer pad", outer));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            needles.add(new Needle("state after inner pad", state(inner, order)));
            needles.add(new Needle("state after outer pad", state(outer, order)));
        }
        return new Secret(kind, owner, List.copyOf(needles));
    }

    private static List<Needle> coded(byte[] bytes) {
        List<Needle> needles = new ArrayList<>();
        needles.add(new Needle("hex", ascii(HexFormat.of().formatHex(bytes))));
        byte[] upper = ascii(HexFormat.of().withUpperCase().formatHex(bytes));
        if (!Arrays.equals(needles.getFirst().bytes(), upper)) {
            needles.add(new Needle("hex, upper case", upper));
        }
        for (int before = 0; before < 3; before++) {
            byte[] standard = base64(Base64.getEncoder(), bytes, before);
            byte[] url = base64(Base64.getUrlEncoder(), bytes, before);
            needles.add(new Needle("base64", standard));
            if (!Arrays.equals(standard, url)) {
                needles.add(new Needle("base64url", url));
            }
        }
        return needles;
    }

    /** What stays the same of it wherever in a longer coded text it stands. */
    private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        byte[] whole = encoder.withoutPadding().encode(shifted);
        int from = before == 0 ? 0 : before + 1;
        int to = shifted.length * 8 / 6;
        if (to - from < LEAST) {
            throw new IllegalArgumentException("Too short to be told from chance");
        }
        return Arrays.copyOfRange(whole, from, to);
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    private static byte[] state(byte[] block, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(Sha256.WORDS * Integer.BYTES).order(order);
        for (int word : Sha256.stateAfter(block)) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return kind + " of " + owner;
    }
}
