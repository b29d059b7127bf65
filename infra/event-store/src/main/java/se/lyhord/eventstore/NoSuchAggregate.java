package se.lyhord.eventstore;

/** A command named an aggregate that has no events. */
public final class NoSuchAggregate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAggregate(Throwable cause) {
        super("no such aggregate", cause);
    }
}
