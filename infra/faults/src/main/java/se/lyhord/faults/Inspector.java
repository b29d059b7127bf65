package se.lyhord.faults;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import se.lyhord.faults.check.Inspection;
import se.lyhord.faults.load.Ledger;
import se.lyhord.faults.load.Petitions;
import se.lyhord.keyvault.VaultUnavailableException;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;

/** Checks each petition soon after it is certified, while the others go on. */
final class Inspector implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Inspection inspection;
    private final Petitions petitions;
    private final Outcome outcome;
    private final Thread thread;
    private final Map<UUID, String> trouble = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Inspector(Inspection inspection, Petitions petitions, Outcome outcome) {
        this.inspection = inspection;
        this.petitions = petitions;
        this.outcome = outcome;
        this.thread = Thread.ofVirtual().unstarted(this::inspect);
    }

    void start() {
        thread.start();
    }

    /**
     * Waits until every petition is checked.
     *
     * @param limit those that take longer count as unconverged
     */
    void await(Duration limit) {
        Conditions.within(limit, BETWEEN_LOOKS, () -> petitions.unchecked().isEmpty());
        close();
        petitions
                .unchecked()
                .forEach(ledger -> outcome.unconverged(ledger, trouble.get(ledger.petition())));
    }

    private void inspect() {
        try {
            while (!stopping) {
                petitions.unchecked().forEach(this::inspect);
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void inspect(Ledger ledger) {
        if (ledger.isBusy() || !inspection.isCertified(ledger)) {
            return;
        }
        try {
            var findings = inspection.of(ledger);
            petitions.checked(ledger);
            outcome.checked(ledger, findings);
        } catch (LocalFailure | VaultUnavailableException e) {
            trouble.put(ledger.petition(), e.toString()); // something is down: the next look
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
