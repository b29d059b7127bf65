package se.lyhord.keycloak;

import java.util.Map;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The notes of one user session: they live in memory, and end with it. The client's mappers put
 * them into its ID token.
 */
final class SessionNotes {

    static final String PERSONAL_IDENTITY_NUMBER = "personalIdentityNumber";
    static final String COORDINATION_NUMBER = "coordinationNumber";
    static final String COORDINATION_NUMBER_LEVEL = "coordinationNumberLevel";
    static final String ACR = "acr";

    private SessionNotes() {}

    static void write(AuthenticationSessionModel login, Map<String, String> notes) {
        login.clearUserSessionNotes();
        notes.forEach(login::setUserSessionNote);
    }
}
