package se.lyhord.exchange;

/**
 * Thrown by a handler that needs something which is away for now, such as another service. The
 * inbox tries the event again, for ever and ever more slowly, and records no progress meanwhile.
 */
public final class TryAgainLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param missing what is away, in words fit for a log
     * @param cause why
     */
    public TryAgainLater(String missing, Throwable cause) {
        super(missing, cause);
    }
}
