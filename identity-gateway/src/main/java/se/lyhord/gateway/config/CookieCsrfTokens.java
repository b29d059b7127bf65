package se.lyhord.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tokens against forged requests without a session on the server: the token is in the form, and in
 * a sealed cookie. On the pages where one votes the cookie also holds the id of the citizen's
 * session, so that another session's token does not pass; other forms outlive a login in between.
 */
public final class CookieCsrfTokens implements CsrfTokenRepository {

    static final String COOKIE = "lyhord-form";
    static final String COOKIE_OF_SESSION = "lyhord-ballot-form";
    static final String PARAMETER = "_csrf";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedCookies cookies;
    private final SessionBinding sessions;
    private final RequestMatcher ofSession;

    /**
     * @param sessions tells the session a token is bound to
     * @param ofSession the requests whose tokens are bound
     */
    public CookieCsrfTokens(
            SealedCookies cookies, SessionBinding sessions, RequestMatcher ofSession) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.ofSession = ofSession;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return token(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            cookies.clear(response, cookie(request));
        } else {
            String bound = token.getToken() + " " + binding(request);
            cookies.write(response, cookie(request), bound, LIFETIME);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Sealer.Opened opened = cookies.read(request, cookie(request));
        if (opened == null) {
            return null;
        }
        int space = opened.text().indexOf(' ');
        boolean ofThisSession = opened.text().substring(space + 1).equals(binding(request));
        return ofThisSession ? token(opened.text().substring(0, space)) : null;
    }

    private String cookie(HttpServletRequest request) {
        return ofSession.matches(request) ? COOKIE_OF_SESSION : COOKIE;
    }

    private String binding(HttpServletRequest request) {
        return ofSession.matches(request) ? sessions.sessionId(request) : "";
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
