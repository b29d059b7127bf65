package se.lyhord.petition.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import se.lyhord.database.DatabaseTrouble;
import se.lyhord.eventstore.ConcurrentChange;
import se.lyhord.eventstore.NoSuchAggregate;

/** The one place where what went wrong becomes an answer. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        return ResponseEntity.status(refusal.status()).body(problems.problem(refusal, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchPetition(NoSuchAggregate e, Locale locale) {
        return answer(HttpStatus.NOT_FOUND, "not-found", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> race(ConcurrentChange e, Locale locale) {
        return answer(HttpStatus.CONFLICT, "changed-meanwhile", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e, Locale locale) {
        if (DatabaseTrouble.passes(e)) {
            LOG.warn("The database does not answer: {}", e.getClass().getSimpleName());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER)
                    .body(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", locale));
        }
        LOG.error("A request failed", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", locale);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String code =
                switch (status.value()) {
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 415 -> "unsupported-media-type";
                    default -> status.is5xxServerError() ? "internal" : "malformed";
                };
        ProblemDetail problem = problems.problem(status, code, LocaleContextHolder.getLocale());
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, Locale locale) {
        return ResponseEntity.status(status).body(problems.problem(status, code, locale));
    }
}
