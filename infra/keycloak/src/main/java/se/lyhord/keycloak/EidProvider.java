package se.lyhord.keycloak;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Maps everyone who logs in with an e-ID onto the one user {@code citizen}, and hands the number on
 * as notes of that one session. Nothing of the answer reaches a database.
 */
public final class EidProvider extends OIDCIdentityProvider {

    /** Id and name of the only federated identity there is. */
    static final String CITIZEN = "citizen";

    private static final String NOTES = "lyhord.notes.";
    // The parent keeps this name to itself; it compares the value with the one it sent.
    private static final String NONCE = "BROKER_NONCE";

    private final LoginRefusal refusal;

    EidProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, config);
        this.refusal = new LoginRefusal(session);
    }

    /** Asks for the e-ID every time, at the demanded level, whatever the client asked for. */
    @Override
    protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
        return super.createAuthorizationUrl(request)
                .replaceQueryParam(OAuth2Constants.PROMPT, OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
                .replaceQueryParam(OIDCLoginProtocol.ACR_PARAM, EidAnswer.DEMANDED_ACR);
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return super.callback(realm, new RefusingCallback(callback, refusal), event);
    }

    @Override
    public BrokeredIdentityContext getFederatedIdentity(String response) {
        BrokeredIdentityContext full;
        try {
            full = super.getFederatedIdentity(response);
        } catch (IdentityBrokerException e) {
            logger.warnf("The e-ID's answer was not usable: %s", e.getMessage());
            throw refused(EidAnswer.Reason.FAILED);
        }
        new UpstreamSession(session, getConfig()).end(response);
        Object validated = full.getContextData().get(VALIDATED_ID_TOKEN);
        if (!(validated instanceof JsonWebToken idToken)) {
            throw refused(EidAnswer.Reason.FAILED);
        }
        return switch (EidAnswer.judge(idToken.getOtherClaims())) {
            case EidAnswer.Refused refused -> throw refused(refused.reason());
            case EidAnswer.Accepted accepted -> citizen(accepted, full.getContextData().get(NONCE));
        };
    }

    private BrokeredIdentityContext citizen(EidAnswer.Accepted accepted, @Nullable Object nonce) {
        BrokeredIdentityContext citizen = new BrokeredIdentityContext(CITIZEN, getConfig());
        citizen.setUsername(CITIZEN);
        citizen.setBrokerUserId(getConfig().getAlias() + "." + CITIZEN);
        if (nonce != null) {
            citizen.getContextData().put(NONCE, nonce);
        }
        accepted.sessionNotes()
                .forEach((name, value) -> citizen.getContextData().put(NOTES + name, value));
        return citizen;
    }

    private WebApplicationException refused(EidAnswer.Reason reason) {
        return new WebApplicationException(
                refusal.answer(session.getContext().getAuthenticationSession(), reason));
    }

    /**
     * Writes the notes of the session that is about to begin. All citizens are one user, so a
     * session left behind in the same browser would be taken up again: it is ended, by its own id.
     */
    @Override
    public void authenticationFinished(
            AuthenticationSessionModel login, BrokeredIdentityContext citizen) {
        endSessionLeftBehind(login.getRealm().getId(), login.getParentSession().getId());
        Map<String, String> notes = new HashMap<>();
        citizen.getContextData()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(NOTES)) {
                                notes.put(name.substring(NOTES.length()), (String) value);
                            }
                        });
        SessionNotes.write(login, notes);
    }

    /** In a transaction of its own: within the login's, removing and creating become an update. */
    private void endSessionLeftBehind(String realmId, String sessionId) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> {
                    RealmModel realm = own.realms().getRealm(realmId);
                    UserSessionModel left = own.sessions().getUserSession(realm, sessionId);
                    if (left != null) {
                        own.sessions().removeUserSession(realm, left);
                    }
                });
    }

    /** Nobody is created; {@code citizen} comes with the realm. */
    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            BrokeredIdentityContext context) {
        throw new IdentityBrokerException("This provider keeps no user");
    }

    /** The one user is never changed by who logs in. */
    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            BrokeredIdentityContext context) {}

    /** An outside token is no login: nothing is exchanged here. */
    @Override
    protected boolean supportsExternalExchange() {
        return false;
    }
}
