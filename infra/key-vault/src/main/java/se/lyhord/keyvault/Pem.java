package se.lyhord.keyvault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Textual encoding of keys (RFC 7468). */
final class Pem {

    private Pem() {}

    static String encode(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, lines.encodeToString(der), label);
    }

    /**
     * @throws IllegalArgumentException if this is not PEM of that label
     */
    static byte[] decode(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String stripped = text.strip();
        if (!stripped.startsWith(begin) || !stripped.endsWith(end)) {
            throw new IllegalArgumentException("Not PEM: " + label);
        }
        String body = stripped.substring(begin.length(), stripped.length() - end.length());
        return Base64.getMimeDecoder().decode(body);
    }
}
