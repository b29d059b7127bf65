package se.lyhord.gateway.login;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads to the login, and says so when something that was sent is lost by it. */
@ControllerAdvice
class LoginNeededAdvice {

    @ExceptionHandler
    String logIn(LoginNeeded needed) {
        // A form must not be led on to Keycloak: the pages' policy lets forms end here only.
        return needed.form()
                ? "redirect:" + LoginPages.REFUSED + "?skal=expired&till=" + needed.path()
                : "redirect:" + LoginPages.START + "?till=" + needed.path();
    }
}
