package se.lyhord.moderation.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Refusals of the JSON API (RFC 9457), worded in the reader's language. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A refusal; its texts are the messages {@code problem.<code>} and {@code
     * problem.<code>.detail}.
     */
    public ProblemDetail of(HttpStatus status, String code, Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:lyhord:problem:" + code));
        problem.setTitle(messages.getMessage("problem." + code, null, locale));
        problem.setDetail(messages.getMessage("problem." + code + ".detail", null, locale));
        return problem;
    }

    /** A refusal that names the fields to mend. */
    public ProblemDetail ofFields(List<FieldError> errors, Locale locale) {
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", locale);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** One field's error; its text is the message {@code error.<form>.<field>.<code>}. */
    public FieldError field(String form, String field, String code, Locale locale) {
        var key = "error." + form + "." + field + "." + code;
        return new FieldError(field, code, messages.getMessage(key, null, locale));
    }
}
