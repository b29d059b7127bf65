package se.lyhord.moderation.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import se.lyhord.database.DatabaseTrouble;

/** What goes wrong in the JSON API, as problems (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    /** An absent database is said so; anything else is a mistake of ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure, Locale locale) {
        if (DatabaseTrouble.passes(failure)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER)
                    .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "store-away", locale));
        }
        logger.error("A request of the JSON API failed", failure);
        return ResponseEntity.internalServerError()
                .body(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", locale));
    }

    /** What Spring refuses (a number that is none, broken JSON) gets our words and type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                problems.of(
                        HttpStatus.valueOf(status.value()),
                        status.is4xxClientError() ? "bad-request" : "failed",
                        LocaleContextHolder.getLocale());
        return super.handleExceptionInternal(refused, problem, headers, status, request);
    }
}
