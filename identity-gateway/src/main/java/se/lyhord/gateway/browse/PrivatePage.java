package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** A page whose address is its secret. */
public final class PrivatePage {

    private PrivatePage() {}

    /** No cache and no search engine keeps the address, no link passes it on. */
    public static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
