package se.lyhord.benchmark.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the end of one HTTP/1.1 answer (RFC 9112) in what has come so far. */
final class AnswerReader {

    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private AnswerReader() {}

    /**
     * The answer at the beginning of the buffer, or null while it is not complete. No answer ever
     * follows another before the next request is sent, so the buffer's end is the answer's.
     */
    static @Nullable Answer read(ByteBuffer received) {
        int body = bodyStart(received);
        if (body < 0) {
            return null;
        }
        String head = new String(received.array(), 0, body - 2, StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
        Answer answer = new Answer(status, head, "");
        String length = answer.field("content-length");
        if (length != null) {
            int end = body + Integer.parseInt(length);
            return received.position() >= end
                    ? new Answer(status, head, text(received, body, end))
                    : null;
        }
        if (answer.field("transfer-encoding") == null) {
            return answer;
        }
        return isLastChunkThere(received) ? new Answer(status, head, chunks(received, body)) : null;
    }

    /** The content of the chunks (RFC 9112, section 7.1). */
    private static String chunks(ByteBuffer received, int body) {
        StringBuilder content = new StringBuilder();
        int at = body;
        while (true) {
            int line = at;
            while (received.get(line) != '\r') {
                line++;
            }
            int size = Integer.parseInt(text(received, at, line), 16);
            if (size == 0) {
                return content.toString();
            }
            content.append(text(received, line + 2, line + 2 + size));
            at = line + 2 + size + 2;
        }
    }

    private static String text(ByteBuffer received, int from, int to) {
        return new String(received.array(), from, to - from, StandardCharsets.UTF_8);
    }

    private static int bodyStart(ByteBuffer received) {
        byte[] bytes = received.array();
        for (int i = 3; i < received.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isLastChunkThere(ByteBuffer received) {
        byte[] end = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int at = received.position() - end.length;
        for (int i = 0; i < end.length; i++) {
            if (received.get(at + i) != end[i]) {
                return false;
            }
        }
        return true;
    }
}
