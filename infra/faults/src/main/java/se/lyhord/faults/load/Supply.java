package se.lyhord.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    private static final int MINIMUM_AGE = 13;

    private final StaffApi staff;
    private final PublicApi anyone;
    private final Petitions petitions;
    private final int wanted;
    private final Periods periods;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /** How long voting lasts: from the shortest to the longest, in seconds. */
    public record Periods(int shortest, int longest) {}

    /**
     * @param system a system that has been started
     * @param petitions gets what is opened
     * @param wanted how many are to be open at the same time
     */
    public Supply(LocalSystem system, Petitions petitions, int wanted, Periods periods) {
        this.staff = new StaffApi(system);
        this.anyone = new PublicApi(system.plan().url(Service.PETITION));
        this.petitions = petitions;
        this.wanted = wanted;
        this.periods = periods;
    }

    /** Begins. */
    public void start(SplittableRandom random) {
        for (int i = 0; i < wanted; i++) {
            SplittableRandom own = random.split();
            threads.add(Thread.ofVirtual().start(() -> supply(own)));
        }
    }

    private void supply(RandomGenerator random) {
        try {
            while (!stopping) {
                Ledger ledger = open(random.nextInt(periods.shortest(), periods.longest() + 1));
                while (!stopping && !ledger.isClosed() && petitions.unchecked().contains(ledger)) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens one petition, and returns when it takes votes or is closed again already. */
    public Ledger open(int seconds) throws InterruptedException {
        UUID key = UUID.randomUUID();
        UUID petition = patiently(() -> anyone.submit(key, text(key)));
        patiently(() -> setPeriod(seconds));
        patiently(() -> staff.isWaiting(petition) ? petition : null);
        Ledger ledger = petitions.add(petition);
        boolean open = patiently(() -> isClosed(petition) ? Boolean.FALSE : isOpen(petition));
        if (open) {
            petitions.takeVotes(ledger);
        } else {
            ledger.close();
        }
        return ledger;
    }

    private boolean setPeriod(int seconds) {
        staff.setRules("PT" + seconds + "S", 2, MINIMUM_AGE);
        return true;
    }

    private boolean isClosed(UUID petition) {
        return anyone.state(petition).equals("CLOSED");
    }

    /** True, or null for not yet. What waits is approved: an answer may have been lost. */
    private @Nullable Boolean isOpen(UUID petition) {
        if (anyone.isVotingReady(petition)) {
            return true;
        }
        if (anyone.state(petition).isEmpty() && staff.isWaiting(petition)) {
            staff.approve(petition);
        }
        return null;
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
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
