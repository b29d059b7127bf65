package se.lyhord.petition.extend;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who takes a step.
 *
 * @param subject the login service's name for the account
 * @param name the name that colleagues read
 */
record Administrator(String subject, String name) {

    static Administrator of(Jwt token) {
        String subject = Objects.requireNonNull(token.getSubject());
        String name =
                Stream.of("name", "preferred_username")
                        .map(token::getClaimAsString)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(subject);
        return new Administrator(subject, name);
    }

    @Override
    public String toString() {
        return "Administrator[redacted]";
    }
}
