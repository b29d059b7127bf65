package se.lyhord.keycloak;

import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Makes {@code lyhord-eid} known to Keycloak as a kind of identity provider. */
public final class EidProviderFactory extends OIDCIdentityProviderFactory {

    /** What a realm names as {@code providerId}. */
    public static final String ID = "lyhord-eid";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "E-identification that keeps no user";
    }

    @Override
    public EidProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new EidProvider(session, forgetful(new OIDCIdentityProviderConfig(model)));
    }

    /** What must hold however the realm is configured: nothing of the answer is stored. */
    static OIDCIdentityProviderConfig forgetful(OIDCIdentityProviderConfig config) {
        config.setStoreToken(false);
        config.setStoreTokenInSession(false);
        config.setSendIdTokenOnLogout(false);
        config.setDisableUserInfoService(true);
        config.setDisableNonce(false);
        config.setValidateSignature(true);
        config.setBackchannelSupported(false);
        config.setTransientUsers(false);
        return config;
    }
}
