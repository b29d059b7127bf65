package se.lyhord.gateway.config;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookies that the browser carries and cannot read: sealed, HttpOnly, SameSite=Lax, and under https
 * Secure with the prefix {@code __Host-}, so that no other host can set them (RFC 6265bis).
 */
public final class SealedCookies {

    private final Sealer sealer;
    private final boolean https;

    /**
     * @param https whether citizens reach the gateway by https
     */
    public SealedCookies(Sealer sealer, boolean https) {
        this.sealer = sealer;
        this.https = https;
    }

    /** What the browser sent under this name, or null if nothing valid. */
    public Sealer.@Nullable Opened read(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, inBrowser(name));
        return cookie == null ? null : sealer.open(name, cookie.getValue());
    }

    /** Gives the browser a cookie that both it and the seal end after the lifetime. */
    public void write(HttpServletResponse response, String name, String text, Duration lifetime) {
        send(response, name, sealer.seal(name, text, lifetime), lifetime);
    }

    /** Takes a cookie back. */
    public void clear(HttpServletResponse response, String name) {
        send(response, name, "", Duration.ZERO);
    }

    /** The name as the browser knows it. */
    public String inBrowser(String name) {
        return https ? "__Host-" + name : name;
    }

    private void send(HttpServletResponse response, String name, String value, Duration lifetime) {
        ResponseCookie cookie =
                ResponseCookie.from(inBrowser(name), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
