package se.lyhord.voting.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.lyhord.database.DatabaseTrouble;
import se.lyhord.voting.ballot.VoteAnswer;

/** Writes problem details (RFC 9457) in the language the request asks for. */
@Component
public class Problems {

    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    /** A response that states a problem. */
    public ResponseEntity<ProblemDetail> answer(Problem problem) {
        return answer(problem, Map.of());
    }

    /**
     * A response that states a problem.
     *
     * @param more further members of the problem
     */
    public ResponseEntity<ProblemDetail> answer(Problem problem, Map<String, Object> more) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create(problem.type()));
        detail.setTitle(texts.getMessage(problem.code() + ".title", null, locale));
        detail.setDetail(texts.getMessage(problem.code() + ".detail", null, locale));
        more.forEach(detail::setProperty);
        var response =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER);
        }
        if (problem == Problem.BAD_VOTER_TOKEN) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Voter");
        }
        return response.body(detail);
    }

    /** A response for a refused command. */
    public ResponseEntity<ProblemDetail> answer(VoteAnswer.Refused refused) {
        var closedAt = refused.closedAt();
        return answer(
                Problem.of(refused.refusal()),
                closedAt == null ? Map.of() : Map.of("closedAt", closedAt.toString()));
    }

    /**
     * A response that refuses one field.
     *
     * @param code {@code missing} or {@code invalid}
     */
    public ResponseEntity<ProblemDetail> field(String field, String code) {
        String message =
                texts.getMessage(
                        "field." + field + "." + code, null, LocaleContextHolder.getLocale());
        return answer(
                Problem.INVALID,
                Map.of(
                        "errors",
                        List.of(Map.of("field", field, "code", code, "message", message))));
    }
}
