package se.lyhord.faults.load;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.PublicApi;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.StaffApi;

/** Sees to it that some petitions are open, by the product's own doors, however often they jam. */
public final class Supply implements AutoCloseable {

    private static final int SHORTEST_SECONDS = 20;
    private static final int LONGEST_SECONDS = 60;
    private static final int MINIMUM_AGE = 13;

    private final StaffApi staff;
    private final PublicApi anyone;
    private final Petitions petitions;
    private final int wanted;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * @param system a system that has been started
     * @param petitions gets what is opened
     * @param wanted how many are to be open at the same time
     */
    public Supply(LocalSystem system, Petitions petitions, int wanted) {
        this.staff = new StaffApi(system);
        this.anyone = new PublicApi(system.plan().url(Service.PETITION));
        this.petitions = petitions;
        this.wanted = wanted;
    }

    /** Begins. */
    public void start(RandomGenerator random) {
        thread = Thread.ofVirtual().start(() -> supply(random));
    }

    private void supply(RandomGenerator random) {
        try {
            while (!stopping) {
                if (petitions.open() < wanted) {
                    open(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
                } else {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens one petition, and returns when it takes votes or is closed again already. */
    public void open(int seconds) throws InterruptedException {
        UUID key = UUID.randomUUID();
        UUID petition = patiently(() -> anyone.submit(key, text(key)));
        patiently(() -> setPeriod(seconds));
        patiently(() -> staff.isWaiting(petition) ? petition : null);
        Ledger ledger = petitions.add(petition);
        patiently(() -> isOpen(petition) ? petition : approve(petition));
        petitions.takeVotes(ledger);
    }

    private boolean setPeriod(int seconds) {
        staff.setRules("PT" + seconds + "S", 2, MINIMUM_AGE);
        return true;
    }

    /** Approves what waits; what does not wait was approved by an answer that was lost. */
    private @Nullable UUID approve(UUID petition) {
        if (staff.isWaiting(petition)) {
            staff.approve(petition);
        }
        return null;
    }

    private boolean isOpen(UUID petition) {
        return anyone.isVotingReady(petition) || anyone.state(petition).equals("CLOSED");
    }

    private static Map<String, ?> text(UUID key) {
        return Map.of(
                "title", "Förslag " + key,
                "text", "Detta är ett förslag som finns för att se vad som tål avbrott.",
                "language", "sv");
    }

    /** Until it succeeds: what is down comes back. */
    private static <T> T patiently(Supplier<@Nullable T> act) throws InterruptedException {
        while (true) {
            try {
                T result = act.get();
                if (result != null) {
                    return result;
                }
            } catch (LocalFailure e) {
                TimeUnit.MILLISECONDS.sleep(300);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Opens no more; one under way is opened to its end. */
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
