package se.lyhord.keycloak;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the e-ID said, judged: who logged in, or why that is not enough.
 *
 * <p>Claim names and levels are those of the Swedish OpenID Connect profile (claims and scopes
 * specification 1.0, sections 2.1.1 and 2.1.2; levels of assurance of the Agency for Digital
 * Government).
 */
public sealed interface EidAnswer {

    /** The level of assurance that voting demands. */
    String DEMANDED_ACR = "http://id.elegnamnden.se/loa/1.0/loa3";

    /** The claim that holds a personnummer. */
    String PERSONAL_IDENTITY_NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";

    /** The claim that holds a samordningsnummer. */
    String COORDINATION_NUMBER = "https://id.oidc.se/claim/coordinationNumber";

    /** The claim that says how well the holder of a samordningsnummer has proven who they are. */
    String COORDINATION_NUMBER_LEVEL = "https://id.oidc.se/claim/coordinationNumberLevel";

    /** Why a login is refused. The code is handed to the gateway, which has a page for each. */
    enum Reason {
        /** The level of assurance is another than the demanded one. */
        LEVEL_TOO_LOW("eid_level_too_low"),
        /** Not exactly one identity, or a samordningsnummer whose holder is not confirmed. */
        IDENTITY_UNUSABLE("eid_identity_unusable"),
        /** The person gave up at the e-ID. */
        CANCELLED("eid_cancelled"),
        /** The e-ID did not answer as it should. */
        FAILED("eid_failed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** What the gateway receives as {@code error_description}. */
        public String code() {
            return code;
        }
    }

    /**
     * One person, by exactly one number.
     *
     * @param sessionNotes the notes that the user session is to carry, by the name of the note
     */
    record Accepted(Map<String, String> sessionNotes) implements EidAnswer {
        public Accepted {
            sessionNotes = Map.copyOf(sessionNotes);
        }

        @Override
        public String toString() {
            return "Accepted[…]";
        }
    }

    /** A login that must not go on. */
    record Refused(Reason reason) implements EidAnswer {}

    /**
     * Judges an ID token that has been validated already.
     *
     * @param claims all claims of the ID token
     */
    static EidAnswer judge(Map<String, ?> claims) {
        if (!DEMANDED_ACR.equals(claims.get("acr"))) {
            return new Refused(Reason.LEVEL_TOO_LOW);
        }
        Object personal = claims.get(PERSONAL_IDENTITY_NUMBER);
        Object coordination = claims.get(COORDINATION_NUMBER);
        if ((personal == null) == (coordination == null)) {
            return new Refused(Reason.IDENTITY_UNUSABLE);
        }
        Map<String, String> notes = new HashMap<>();
        notes.put(SessionNotes.ACR, DEMANDED_ACR);
        if (personal != null) {
            return isNumber(personal)
                    ? accepted(notes, SessionNotes.PERSONAL_IDENTITY_NUMBER, personal)
                    : new Refused(Reason.IDENTITY_UNUSABLE);
        }
        if (!isNumber(coordination) || !"confirmed".equals(claims.get(COORDINATION_NUMBER_LEVEL))) {
            return new Refused(Reason.IDENTITY_UNUSABLE);
        }
        notes.put(SessionNotes.COORDINATION_NUMBER_LEVEL, "confirmed");
        return accepted(notes, SessionNotes.COORDINATION_NUMBER, coordination);
    }

    private static Accepted accepted(Map<String, String> notes, String name, Object number) {
        notes.put(name, (String) number);
        return new Accepted(notes);
    }

    /** Whether it is a number at all; that it is a right one is for the gateway to say. */
    private static boolean isNumber(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank();
    }
}
