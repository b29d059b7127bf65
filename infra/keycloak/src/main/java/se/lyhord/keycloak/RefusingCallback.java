package se.lyhord.keycloak;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends a cancelled or failed login back to the client. Keycloak's own answer is its login page,
 * which in this realm leads straight to the e-ID again.
 */
final class RefusingCallback implements AuthenticationCallback {

    private final AuthenticationCallback keycloak;
    private final LoginRefusal refusal;
    private @Nullable AuthenticationSessionModel login;

    RefusingCallback(AuthenticationCallback keycloak, LoginRefusal refusal) {
        this.keycloak = keycloak;
        this.refusal = refusal;
    }

    @Override
    public AuthenticationSessionModel getAndVerifyAuthenticationSession(String encodedCode) {
        AuthenticationSessionModel found = keycloak.getAndVerifyAuthenticationSession(encodedCode);
        login = found;
        return found;
    }

    @Override
    public Response authenticated(BrokeredIdentityContext context) {
        return keycloak.authenticated(context);
    }

    @Override
    public Response cancelled(IdentityProviderModel provider) {
        return login == null
                ? keycloak.cancelled(provider)
                : refusal.answer(login, EidAnswer.Reason.CANCELLED);
    }

    @Override
    public Response retryLogin(
            UserAuthenticationIdentityProvider<?> provider, AuthenticationSessionModel session) {
        return keycloak.retryLogin(provider, session);
    }

    @Override
    public Response error(IdentityProviderModel provider, String message) {
        return login == null
                ? keycloak.error(provider, message)
                : refusal.answer(login, EidAnswer.Reason.FAILED);
    }
}
