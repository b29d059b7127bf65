package se.lyhord.testkit;

import java.time.Duration;
import se.lyhord.local.Conditions;
import se.lyhord.local.Ports;

/** Waits for a container that was started again. */
final class Reachable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Reachable() {}

    static void await(int port) {
        if (!Conditions.within(LIMIT, () -> Ports.answers(port))) {
            throw new IllegalStateException("Nothing answers on port " + port);
        }
    }
}
