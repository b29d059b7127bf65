package se.lyhord.exchange;

/** An event that cannot be understood. The message names what is wrong, never the content. */
final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String problem) {
        super(problem);
    }
}
