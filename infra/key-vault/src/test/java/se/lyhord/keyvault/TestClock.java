package se.lyhord.keyvault;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets, and that sleeps in no time. */
final class TestClock implements LeaseClock {

    final AtomicLong nanos = new AtomicLong(1);
    final AtomicLong millis = new AtomicLong(1);
    private volatile Runnable pause = () -> {};
    private volatile int asked = Integer.MIN_VALUE;

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
        millis.addAndGet(time.toMillis());
    }

    void duringNextHmac(Runnable what) {
        pause = what;
        asked = 0;
    }

    @Override
    public long nanos() {
        if (++asked == 2) {
            asked = Integer.MIN_VALUE;
            pause.run();
        }
        return nanos.get();
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public void sleep(Duration time) {
        advance(time);
    }
}
