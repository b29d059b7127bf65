package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.lyhord.gateway.config.ComeAgain;

/** Turns what a page could not show into the error page for it. */
@ControllerAdvice(annotations = Controller.class)
class ErrorPages {

    /** An id that is no id is not found either. */
    @ExceptionHandler({NoSuchPetition.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(UpstreamUnavailable.class)
    void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
