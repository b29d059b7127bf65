package se.lyhord.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Casts votes before a page is looked for, since most votes need none. */
public interface VoteCounter {

    /**
     * Casts the vote of a request that security has let through.
     *
     * @return whether the request is answered; if not, a page has to tell what came of it
     */
    boolean isCounted(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
