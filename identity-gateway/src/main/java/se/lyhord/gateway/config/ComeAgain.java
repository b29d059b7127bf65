package se.lyhord.gateway.config;

/** When those who are turned away for now are told to come again (RFC 9110, Retry-After). */
public final class ComeAgain {

    /** In seconds; for what is over in a moment: a crowd, or a service that starts anew. */
    public static final String SOON = "5";

    private ComeAgain() {}
}
