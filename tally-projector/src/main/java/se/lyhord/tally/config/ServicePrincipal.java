package se.lyhord.tally.config;

import java.io.Serial;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** This service, where Spring Security asks on whose behalf a token is fetched. */
final class ServicePrincipal extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    ServicePrincipal() {
        super(AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "tally-projector";
    }
}
