package se.lyhord.petition.config;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A foreseeable no to a request, told in the asker's language as an RFC 9457 problem. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldRefusal> fields;

    /** A refusal of the request as a whole. */
    public Refusal(HttpStatus status, String code) {
        this(status, code, List.of());
    }

    /** A refusal for what stands in its fields. */
    Refusal(HttpStatus status, String code, List<FieldRefusal> fields) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }

    /** The address leads nowhere, or to nothing that is public. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<FieldRefusal> fields() {
        return fields;
    }
}
