package se.lyhord.gateway.config;

import jakarta.servlet.http.HttpServletRequest;

/** Tells which session a form belongs to. */
public interface SessionBinding {

    /** The id of the request's session; empty when nobody is logged in. */
    String sessionId(HttpServletRequest request);
}
