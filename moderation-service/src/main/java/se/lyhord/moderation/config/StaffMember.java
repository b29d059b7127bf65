package se.lyhord.moderation.config;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who is at work: a person logged in to the dashboard, or a script with a token.
 *
 * @param subject the login service's own name for the account
 * @param name the name to show to colleagues
 * @param roles the roles of the municipality's login service
 */
public record StaffMember(String subject, String name, Set<String> roles) {

    /** Reads the person out of a login or a token. */
    public static StaffMember of(Authentication login) {
        var roles =
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith(StaffRoles.PREFIX))
                        .map(authority -> authority.substring(StaffRoles.PREFIX.length()))
                        .collect(Collectors.toSet());
        return new StaffMember(login.getName(), name(login), roles);
    }

    /** Whether the person has the role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "StaffMember[roles=" + roles + "]";
    }

    private static String name(Authentication login) {
        if (login.getPrincipal() instanceof ClaimAccessor claims) {
            for (var claim : new String[] {"name", "preferred_username"}) {
                var name = claims.getClaimAsString(claim);
                if (name != null && !name.isBlank()) {
                    return name;
                }
            }
        }
        return login.getName();
    }
}
