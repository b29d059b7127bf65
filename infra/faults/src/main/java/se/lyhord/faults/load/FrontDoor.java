package se.lyhord.faults.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.CitizenBrowser;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.People;

/** A few citizens who log in with their e-ID and vote on the pages. */
public final class FrontDoor implements AutoCloseable {

    private static final List<String> ADULTS =
            List.of("tolvan", "anders", "beatrice", "cecilia", "doris", "erland", "frida", "greta");
    private static final int PAUSE_MILLIS = 4_000;

    private final String publicUrl;
    private final String password = People.read().eidPassword();
    private final Petitions petitions;
    private final LongAdder receipts = new LongAdder();
    private @Nullable Thread thread;
    private volatile boolean stopping;

    /**
     * @param system a system that has been started
     * @param petitions what they vote on
     */
    public FrontDoor(LocalSystem system, Petitions petitions) {
        this.publicUrl = system.plan().publicUrl();
        this.petitions = petitions;
    }

    /** How many receipts were shown. */
    public long receipts() {
        return receipts.sum();
    }

    /** Begins. */
    public void start(RandomGenerator random) {
        thread = Thread.ofVirtual().start(() -> vote(random));
    }

    private void vote(RandomGenerator random) {
        try {
            while (!stopping) {
                Ledger ledger = petitions.any(random, false);
                if (ledger != null) {
                    try (var visit = ledger.visit()) {
                        vote(ledger, ADULTS.get(random.nextInt(ADULTS.size())));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void vote(Ledger ledger, String citizen) {
        Voter voter = ledger.citizen(citizen);
        if (voter == null) {
            return;
        }
        AtomicReference<@Nullable Ballot> sent = new AtomicReference<>();
        try {
            CitizenBrowser.Outcome outcome =
                    new CitizenBrowser(publicUrl)
                            .vote(
                                    ledger.petition(),
                                    citizen,
                                    password,
                                    tracker -> {
                                        Ballot ballot = voter.newBallot(tracker);
                                        ballot.casting();
                                        sent.set(ballot);
                                    });
            Ballot ballot = sent.get();
            if (ballot != null && outcome == CitizenBrowser.Outcome.COUNTED) {
                ballot.cast(Answer.DONE);
                receipts.increment();
            }
        } catch (LocalFailure e) {
            return; // the ballot, if there is one, stays unknown
        }
    }

    /** Lets the last one come to an end. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
