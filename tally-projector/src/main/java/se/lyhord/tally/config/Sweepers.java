package se.lyhord.tally.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does all sweeps, each on a thread of its own, so that none waits for what another waits for. */
@Component
class Sweepers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweepers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final List<Sweep> sweeps;
    private final Duration pause;
    private final List<Thread> threads = new ArrayList<>();

    Sweepers(List<Sweep> sweeps, @Value("${lyhord.sweep.pause:500ms}") Duration pause) {
        this.sweeps = sweeps;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        for (Sweep sweep : sweeps) {
            String name = sweep.getClass().getSimpleName();
            threads.add(Thread.ofVirtual().name(name).start(() -> run(sweep, name)));
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private void run(Sweep sweep, String name) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(again(sweep, name));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration again(Sweep sweep, String name) {
        try {
            return sweep.sweepOne() ? Duration.ZERO : pause;
        } catch (RuntimeException e) {
            LOG.warn("{} goes on later: {}", name, e.toString());
            return AFTER_FAILURE;
        }
    }
}
