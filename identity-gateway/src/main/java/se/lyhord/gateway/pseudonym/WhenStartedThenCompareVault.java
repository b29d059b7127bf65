package se.lyhord.gateway.pseudonym;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.Comparison;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.VaultUnavailableException;

/**
 * Compares the vault with what was told of its keys, again and again until they agree; until then
 * nobody can vote and the service is not ready. An older vault comes to agree once the orders to
 * shred, which are read anew at each start, have been carried out; a lost key once two operators
 * have declared it lost.
 */
@Component
public class WhenStartedThenCompareVault implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenStartedThenCompareVault.class);

    private final ComparedVault vault;
    private final KeysToldBefore toldBefore;
    private final Duration again;
    private volatile @Nullable Thread comparing;
    private @Nullable Comparison last;

    WhenStartedThenCompareVault(
            ComparedVault vault,
            KeysToldBefore toldBefore,
            @Value("${lyhord.vault.compare-again:1s}") Duration again) {
        this.vault = vault;
        this.toldBefore = toldBefore;
        this.again = again;
    }

    @Override
    public void start() {
        comparing = Thread.ofVirtual().name("compare-vault").start(this::compareUntilAgreed);
    }

    @Override
    public void stop() {
        Thread thread = comparing;
        if (thread != null) {
            thread.interrupt();
        }
        comparing = null;
    }

    @Override
    public boolean isRunning() {
        return comparing != null;
    }

    private void compareUntilAgreed() {
        try {
            while (!compare()) {
                Thread.sleep(again);
            }
            LOG.info("Key vault agrees with what was told of it");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean compare() {
        KeysTold told = toldBefore.read();
        if (told == null) {
            return false;
        }
        try {
            Comparison comparison = vault.compare(told);
            if (!comparison.agrees() && !comparison.equals(last)) {
                LOG.error(
                        "Key vault is older than what was told of it, nobody can vote:"
                                + " generation {} of {}, not shredded {}, missing {}",
                        comparison.generation(),
                        comparison.generationTold(),
                        comparison.unshredded(),
                        comparison.missing());
            }
            last = comparison;
            return comparison.agrees();
        } catch (VaultUnavailableException e) {
            LOG.error("Key vault can not be compared: {}", e.getMessage());
            return false;
        }
    }
}
