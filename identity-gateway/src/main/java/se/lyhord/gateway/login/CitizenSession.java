package se.lyhord.gateway.login;

import java.time.Instant;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;

/**
 * A citizen who has logged in. It lives in a sealed cookie and in this request, nowhere else.
 *
 * @param id random; forms are bound to it
 * @param number who it is
 * @param expiresAt when a new login is needed
 */
public record CitizenSession(String id, PersonalIdentityNumber number, Instant expiresAt) {

    @Override
    public String toString() {
        return "CitizenSession[redacted]";
    }
}
