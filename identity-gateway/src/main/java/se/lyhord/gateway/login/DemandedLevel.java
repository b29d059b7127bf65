package se.lyhord.gateway.login;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** The level of assurance that voting demands, as the Agency for Digital Government names it. */
final class DemandedLevel implements OAuth2TokenValidator<Jwt> {

    static final String ACR = "http://id.elegnamnden.se/loa/1.0/loa3";
    static final String TOO_LOW = "eid_level_too_low";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt idToken) {
        return ACR.equals(idToken.getClaims().get("acr"))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(TOO_LOW));
    }
}
