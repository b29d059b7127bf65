package se.lyhord.keyvault;

import java.time.Duration;

/** Time as leases need it. A test owns its own. */
interface LeaseClock {

    /** The system's clocks. */
    LeaseClock SYSTEM =
            new LeaseClock() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public long millis() {
                    return System.currentTimeMillis();
                }

                @Override
                public void sleep(Duration time) throws InterruptedException {
                    Thread.sleep(time);
                }
            };

    /** Monotonic; stands still while the machine is suspended. */
    long nanos();

    /** Wall clock; may be set, but goes on while the machine is suspended. */
    long millis();

    void sleep(Duration time) throws InterruptedException;
}
