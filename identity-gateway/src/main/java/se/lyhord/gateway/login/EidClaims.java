package se.lyhord.gateway.login;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber.Kind;

/**
 * Who an ID token is about: exactly one of the two identity claims of the Swedish OpenID Connect
 * profile (claims and scopes specification 1.0, section 2.1).
 */
final class EidClaims {

    static final String PERSONAL_IDENTITY_NUMBER =
            "https://id.oidc.se/claim/personalIdentityNumber";
    static final String COORDINATION_NUMBER = "https://id.oidc.se/claim/coordinationNumber";
    static final String COORDINATION_NUMBER_LEVEL =
            "https://id.oidc.se/claim/coordinationNumberLevel";

    private EidClaims() {}

    /** The person, or null if the claims do not name exactly one whom we may rely on. */
    static @Nullable PersonalIdentityNumber person(Map<String, Object> claims, LocalDate today) {
        Object personal = claims.get(PERSONAL_IDENTITY_NUMBER);
        Object coordination = claims.get(COORDINATION_NUMBER);
        if (personal instanceof String number && coordination == null) {
            return PersonalIdentityNumber.parse(number, Kind.PERSONNUMMER, today);
        }
        if (coordination instanceof String number
                && personal == null
                && "confirmed".equals(claims.get(COORDINATION_NUMBER_LEVEL))) {
            return PersonalIdentityNumber.parse(number, Kind.SAMORDNINGSNUMMER, today);
        }
        return null;
    }
}
