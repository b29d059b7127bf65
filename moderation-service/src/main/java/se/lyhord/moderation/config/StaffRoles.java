package se.lyhord.moderation.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The roles of staff, as the login service writes them into a token. */
public final class StaffRoles {

    /** Reviews petitions. */
    public static final String MODERATOR = "moderator";

    /** Records what became of a petition. */
    public static final String CASE_OFFICER = "case-officer";

    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    /** Sets the municipality's rules. */
    public static final String ADMINISTRATOR = "administrator";

    static final String PREFIX = "ROLE_";

    private StaffRoles() {}

    /** The roles in a token's claim {@code realm_access.roles}; none when the claim is missing. */
    public static Collection<GrantedAuthority> of(Map<String, Object> claims) {
        if (claims.get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> roles) {
            return roles.stream()
                    .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                    .toList();
        }
        return List.of();
    }
}
