package se.lyhord.tally.show;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.lyhord.database.DatabaseTrouble;

/** Refusals as problem details (RFC 9457), in the language of who asks. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(NotCertified.class)
    ResponseEntity<ProblemDetail> notCertified(Locale locale) {
        return answer(problem(HttpStatus.NOT_FOUND, "not-certified", locale));
    }

    @ExceptionHandler(TooManyPetitions.class)
    ResponseEntity<ProblemDetail> tooMany(Locale locale) {
        return answer(withField("petition", "too-many", locale, TallyController.AT_MOST));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> notAnId(
            MethodArgumentTypeMismatchException refused, Locale locale) {
        return answer(withField(refused.getName(), "invalid", locale));
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException refused, Locale locale) {
        return answer(withField(refused.getParameterName(), "missing", locale));
    }

    /** The database is away: come back soon. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> away(RuntimeException failure, Locale locale) {
        if (!DatabaseTrouble.passes(failure)) {
            throw failure;
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", locale));
    }

    private ProblemDetail withField(String field, String code, Locale locale, Object... args) {
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", locale);
        String message = messages.getMessage("field." + code, args, locale);
        problem.setProperty(
                "errors", List.of(Map.of("field", field, "code", code, "message", message)));
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:lyhord:problem:" + code));
        problem.setTitle(messages.getMessage(code + ".title", null, locale));
        problem.setDetail(messages.getMessage(code + ".detail", null, locale));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
