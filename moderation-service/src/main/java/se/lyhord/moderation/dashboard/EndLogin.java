package se.lyhord.moderation.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Ends the login service's session before this one, while its tokens are still at hand. */
@Component
class EndLogin implements LogoutHandler {

    static final String ENDED = EndLogin.class.getName();

    private final OAuth2AuthorizedClientRepository clients;
    private final LoginService loginService;

    EndLogin(OAuth2AuthorizedClientRepository clients, LoginService loginService) {
        this.clients = clients;
        this.loginService = loginService;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication login) {
        if (login != null) {
            OAuth2AuthorizedClient client = clients.loadAuthorizedClient("staff", login, request);
            request.setAttribute(ENDED, client != null && loginService.end(client));
        }
    }
}
