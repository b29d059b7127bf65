package se.lyhord.petition.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Words RFC 9457 problems in the asker's language. */
@Component
class Problems {

    private static final String TYPE = "urn:lyhord:problem:";

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail problem(HttpStatusCode status, String code, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(messages.getMessage("problem." + code, null, locale));
        problem.setDetail(messages.getMessage("problem." + code + ".detail", null, locale));
        return problem;
    }

    ProblemDetail problem(Refusal refusal, Locale locale) {
        ProblemDetail problem = problem(refusal.status(), refusal.code(), locale);
        if (!refusal.fields().isEmpty()) {
            problem.setProperty(
                    "errors", refusal.fields().stream().map(f -> error(f, locale)).toList());
        }
        return problem;
    }

    /** The field's own words where there are such, else the general ones. */
    private Map<String, String> error(FieldRefusal refusal, Locale locale) {
        String code = refusal.code().text();
        List<Integer> limits = refusal.limits();
        String general = messages.getMessage("field." + code, limits.toArray(), locale);
        String own =
                messages.getMessage(
                        "field." + code + "." + refusal.field(), limits.toArray(), null, locale);
        return Map.of(
                "field", refusal.field(), "code", code, "message", own == null ? general : own);
    }
}
