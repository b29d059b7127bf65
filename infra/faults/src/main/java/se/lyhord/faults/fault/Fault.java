package se.lyhord.faults.fault;

import java.time.Duration;

/** Something that happens to a part. */
public sealed interface Fault {

    /**
     * Ended at once, and started again.
     *
     * @param away how long nobody notices
     */
    record Kill(Duration away) implements Fault {}

    /**
     * Ended at once, and again while it starts.
     *
     * @param starting how long after the start
     */
    record KillTwice(Duration starting) implements Fault {}

    /**
     * Stopped, and let go on.
     *
     * @param frozen for how long
     */
    record Freeze(Duration frozen) implements Fault {}
}
