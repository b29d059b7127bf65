package se.lyhord.local;

import java.util.List;
import java.util.stream.Stream;

/** A server of a running system that can be taken away and brought back, to see what happens. */
public interface Part {

    /** What it is called, such as "Kafka". */
    String name();

    /** The operating system's id of its first process. */
    long pid();

    /** Whether its first process runs. */
    boolean isRunning();

    /**
     * Starts it, on the same ports and with the state it left, and returns when it is ready.
     *
     * @throws LocalFailure if it ends first or takes too long
     */
    void start();

    /** Lets it end what is under way, and stops it. */
    void stop();

    /** Ends it with all its processes at once, as a power cut would. */
    void kill();

    /** Freezes it with all its processes: they answer nothing and keep what they hold. */
    default void freeze() {
        Signal.STOP.send(pid());
        // The first process makes no more of them now.
        descendants().forEach(process -> Signal.STOP.send(process.pid()));
    }

    /** Lets a frozen part go on. */
    default void goOn() {
        descendants().forEach(process -> Signal.CONT.send(process.pid()));
        Signal.CONT.send(pid());
    }

    private List<ProcessHandle> descendants() {
        return ProcessHandle.of(pid()).stream()
                .flatMap(process -> (Stream<ProcessHandle>) process.descendants())
                .toList();
    }
}
