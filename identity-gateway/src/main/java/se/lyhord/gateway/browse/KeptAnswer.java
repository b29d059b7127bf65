package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;

/** A whole answer as it goes out to everybody who asks the same, packed once and not anew. */
final class KeptAnswer {

    private static final int WORTH_PACKING = 1_024;
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("date", "content-length", "transfer-encoding", "connection", "keep-alive");

    private final List<Field> fields;
    private final String contentType;
    private final String etag;
    private final byte[] body;
    private final byte @Nullable [] packed;
    private final Instant at;
    private final AtomicBoolean beingRenewed = new AtomicBoolean();

    private record Field(String name, String value) {}

    /**
     * @param sent the answer with its fields set, not yet committed
     * @param body its content, uncompressed
     */
    KeptAnswer(HttpServletResponse sent, byte[] body, Instant at) {
        this.fields = new ArrayList<>();
        String own = null;
        for (String name : sent.getHeaderNames()) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "etag" -> own = sent.getHeader(name);
                case "content-type" -> {}
                case String other when OF_ONE_CONNECTION.contains(other) -> {}
                default ->
                        sent.getHeaders(name).forEach(value -> fields.add(new Field(name, value)));
            }
        }
        this.contentType = sent.getContentType() == null ? "text/html" : sent.getContentType();
        this.etag = own == null ? etagOf(body) : own;
        this.body = body;
        this.packed = body.length < WORTH_PACKING ? null : pack(body);
        this.at = at;
    }

    Duration age(Instant now) {
        return Duration.between(at, now);
    }

    /** True for the first who asks, until {@link #renewed()}. */
    boolean mayRenew() {
        return beingRenewed.compareAndSet(false, true);
    }

    void renewed() {
        beingRenewed.set(false);
    }

    int bytes() {
        return body.length + (packed == null ? 0 : packed.length);
    }

    /** Sends it, or that nothing has changed since the client asked last (RFC 9110, 13.1.2). */
    void send(HttpServletRequest request, HttpServletResponse response, Instant now)
            throws IOException {
        fields.forEach(field -> response.addHeader(field.name(), field.value()));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        long seconds = age(now).toSeconds();
        if (seconds > 0) {
            response.setHeader(HttpHeaders.AGE, Long.toString(seconds));
        }
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            return;
        }
        response.setStatus(HttpStatus.OK.value());
        response.setContentType(contentType);
        byte[] content = body;
        if (packed != null && takesPacked(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            content = packed;
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean takesPacked(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static String etagOf(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
