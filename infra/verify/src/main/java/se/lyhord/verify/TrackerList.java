package se.lyhord.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A published list of trackers: 32 lower-case hexadecimal characters a line, sorted. */
final class TrackerList {

    private final byte[] bytes;
    private final List<String> lines = new ArrayList<>();

    TrackerList(byte[] bytes) {
        this.bytes = bytes;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            lines.add(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() : end + 1;
        }
    }

    /** Whether it is a list at all, and where it ceases to be one. */
    Finding wellFormed() {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            int order = at == 0 ? -1 : lines.get(at - 1).compareTo(line);
            if (!line.matches("[0-9a-f]{32}") || order >= 0) {
                return Finding.fails(Finding.Check.LIST, at + 1);
            }
        }
        boolean endsWithLine = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
        return endsWithLine
                ? Finding.holds(Finding.Check.LIST, count())
                : Finding.fails(Finding.Check.LIST, count());
    }

    /** As {@code wc -l} counts, but a last line without its end counts too. */
    int count() {
        return lines.size();
    }

    /** As {@code sha256sum} prints it. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of a tracker, counted from 1, however it is spaced or written; 0 if absent. */
    int lineOf(String tracker) {
        String plain = tracker.replaceAll("[\\s-]", "").toLowerCase(java.util.Locale.ROOT);
        return Math.max(0, Collections.binarySearch(lines, plain) + 1);
    }
}
