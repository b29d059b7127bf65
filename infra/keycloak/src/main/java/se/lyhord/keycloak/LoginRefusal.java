package se.lyhord.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends a login that must not go on, and tells the client why: OAuth 2.0 {@code access_denied} (RFC
 * 6749, section 4.1.2.1) with the reason's code as description, so that the gateway shows the page.
 */
final class LoginRefusal {

    private final KeycloakSession session;

    LoginRefusal(KeycloakSession session) {
        this.session = session;
    }

    Response answer(AuthenticationSessionModel login, EidAnswer.Reason reason) {
        KeycloakContext context = session.getContext();
        return session.getProvider(LoginProtocol.class, login.getProtocol())
                .setRealm(context.getRealm())
                .setHttpHeaders(context.getRequestHeaders())
                .setUriInfo(context.getUri())
                .setEventBuilder(
                        new EventBuilder(context.getRealm(), session, context.getConnection()))
                .sendError(login, LoginProtocol.Error.CANCELLED_BY_USER, reason.code());
    }
}
