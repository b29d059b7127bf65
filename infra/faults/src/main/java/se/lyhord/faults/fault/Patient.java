package se.lyhord.faults.fault;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Part;

/** A part with what is done to it, one thing at a time; in the end it always runs. */
final class Patient {

    private final Part part;
    private final Tally tally;
    private final AtomicBoolean inTreatment = new AtomicBoolean();

    Patient(Part part, Tally tally) {
        this.part = part;
        this.tally = tally;
    }

    String name() {
        return part.name();
    }

    boolean isInTreatment() {
        return inTreatment.get();
    }

    /** Takes the part for a fault; false if something is done to it already. */
    boolean take() {
        return inTreatment.compareAndSet(false, true);
    }

    /** Does it and brings the part back. To be called by whoever has taken it. */
    void suffer(Fault fault) throws InterruptedException {
        try {
            switch (fault) {
                case Fault.Kill(Duration away) -> {
                    kill();
                    Thread.sleep(away);
                    restart();
                }
                case Fault.KillTwice(Duration starting) -> {
                    kill();
                    Thread second = Thread.ofVirtual().start(() -> killAfter(starting));
                    restart();
                    second.join();
                    restart();
                }
                case Fault.Freeze(Duration frozen) -> {
                    tally.froze();
                    part.freeze();
                    try {
                        Thread.sleep(frozen);
                    } finally {
                        part.goOn();
                    }
                }
            }
        } finally {
            inTreatment.set(false);
        }
    }

    /** A part that ended although nobody killed it is started again, as a supervisor would. */
    void lookAfter() throws InterruptedException {
        if (!part.isRunning() && take()) {
            try {
                if (!part.isRunning()) {
                    tally.endedByItself(part.name());
                    restart();
                }
            } finally {
                inTreatment.set(false);
            }
        }
    }

    private void killAfter(Duration starting) {
        try {
            Thread.sleep(starting);
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        tally.killed();
        part.kill();
    }

    /** Until it is ready: what it stands on may be away too. */
    private void restart() throws InterruptedException {
        while (!part.isRunning()) {
            try {
                part.start();
            } catch (LocalFailure e) {
                tally.failedToStart(part.name());
                part.kill();
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }
}
