package se.lyhord.gateway.browse;

/** The service that knows is away, and what it said before is not at hand or too old. */
public final class UpstreamUnavailable extends RuntimeException {
    /** Says nothing of what was asked for. */
    public UpstreamUnavailable() {
        super("service unavailable");
    }
}
