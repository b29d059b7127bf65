package se.lyhord.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Casts votes before a page is looked for, since most votes need none. */
public interface VoteCasting {

    /**
     * Casts the vote of a request that security has let through.
     *
     * @return whether it is counted and the request answered; if not, a page tells what came of it
     */
    boolean cast(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
