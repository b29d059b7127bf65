package se.lyhord.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.SealedCookies;
import se.lyhord.gateway.config.Sealer;
import se.lyhord.gateway.config.SessionBinding;
import se.lyhord.gateway.eligibility.MinimumAge;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;

/** Reads and writes the cookie that is the whole of a citizen's session. */
@Component
public class CitizenSessions implements SessionBinding {

    static final String COOKIE = "lyhord-session";
    private static final String FOUND = CitizenSessions.class.getName();
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedCookies cookies;
    private final Clock clock;

    CitizenSessions(SealedCookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    /** The citizen who sent this request, or null if nobody has logged in. */
    public @Nullable CitizenSession find(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof CitizenSession found) {
            return found;
        }
        CitizenSession session = open(request);
        request.setAttribute(FOUND, session);
        return session;
    }

    private @Nullable CitizenSession open(HttpServletRequest request) {
        Sealer.Opened opened = cookies.read(request, COOKIE);
        if (opened == null) {
            return null;
        }
        String[] parts = opened.text().split(" ");
        PersonalIdentityNumber number =
                PersonalIdentityNumber.parse(
                        parts[2],
                        PersonalIdentityNumber.Kind.valueOf(parts[1]),
                        LocalDate.now(clock.withZone(MinimumAge.SWEDEN)));
        return number == null ? null : new CitizenSession(parts[0], number, opened.expiresAt());
    }

    /** Begins a session. It is not prolonged by use. */
    void begin(HttpServletResponse response, PersonalIdentityNumber number) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        String text =
                Base64.getUrlEncoder().withoutPadding().encodeToString(id)
                        + " "
                        + number.kind()
                        + " "
                        + number.digits();
        cookies.write(response, COOKIE, text, LIFETIME);
    }

    /** Ends the session in this browser. */
    void end(HttpServletResponse response) {
        cookies.clear(response, COOKIE);
    }

    @Override
    public String sessionId(HttpServletRequest request) {
        CitizenSession session = find(request);
        return session == null ? "" : session.id();
    }
}
