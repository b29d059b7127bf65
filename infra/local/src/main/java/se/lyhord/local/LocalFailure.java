package se.lyhord.local;

/** Something a person can put right; the message is one line that says what to do. */
public final class LocalFailure extends RuntimeException {

    /**
     * @param message one line: what is wrong and what to do about it
     */
    public LocalFailure(String message) {
        super(message);
    }

    /**
     * @param message one line: what is wrong and what to do about it
     * @param cause what was met underneath
     */
    public LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
