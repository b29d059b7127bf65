package se.lyhord.moderation.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.lyhord.database.DatabaseTrouble;

/** What goes wrong behind a page; the error page says it to the reader. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    /** An address that names no petition. */
    @ExceptionHandler
    void notAPetition(MethodArgumentTypeMismatchException wrong, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** An absent database is said so, with when to try again; anything else goes its way. */
    @ExceptionHandler
    void storeAway(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (!DatabaseTrouble.passes(failure)) {
            throw failure;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
