package se.lyhord.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that servers understand; Java itself can only send TERM and KILL. */
public enum Signal {
    /** PostgreSQL's fast shutdown: sessions are ended, everything is written. */
    INT,
    /** The ordinary request to end. */
    TERM,
    /** Freezes the process. */
    STOP,
    /** Lets a frozen process go on. */
    CONT,
    /** Ends at once. */
    KILL;

    /** Sends this signal; a process that has ended already is no error. */
    public void send(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
