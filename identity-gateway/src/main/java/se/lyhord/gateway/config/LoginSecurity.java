package se.lyhord.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;

/** What the login brings to the security of the whole gateway. */
public interface LoginSecurity {

    /** Sets up the e-ID login. */
    void configure(OAuth2LoginConfigurer<HttpSecurity> login);

    /** Answers a form whose session is over. */
    void sessionOver(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
