package se.lyhord.gateway.browse;

/** The service that knows is away, and what it said before is not at hand or too old. */
public final class UpstreamUnavailable extends RuntimeException {
    UpstreamUnavailable() {
        super("service unavailable");
    }
}
