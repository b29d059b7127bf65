package se.lyhord.voting.shred;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.Comparison;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.ShredOrderKeys;
import se.lyhord.voting.ballot.BallotBoxCommand.ForgetBallotBox;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.shred.ToldBefore.Told;

/**
 * At each start, and when something is certified that is not forgotten here: database, vault or
 * both may be old copies that were put back. A box whose salt is destroyed, though this database
 * knows of no order, is given up and dropped, never opened again; and a salt whose destruction was
 * ordered, though the vault does not know it, is destroyed again. Until the vault agrees with what
 * was told of it, nobody can vote.
 */
@Component
@DependsOn("axonLifecycle")
public class WhenRestoredThenForget implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenRestoredThenForget.class);

    private final ComparedVault salts;
    private final ToldBefore toldBefore;
    private final ShredOrderKeys orderKeys;
    private final ShredOrders orders;
    private final BoxRegister boxes;
    private final long againMillis;
    private volatile @Nullable Thread comparing;

    WhenRestoredThenForget(
            ComparedVault salts,
            ToldBefore toldBefore,
            ShredOrderKeys orderKeys,
            ShredOrders orders,
            BoxRegister boxes,
            @Value("${lyhord.vault.compare-again:1s}") Duration again) {
        this.salts = salts;
        this.toldBefore = toldBefore;
        this.orderKeys = orderKeys;
        this.orders = orders;
        this.boxes = boxes;
        this.againMillis = again.toMillis();
    }

    @Override
    public void start() {
        forgetWhatHasNoSalt();
        comparing = Thread.ofVirtual().name("compare-salts").start(this::compareUntilAgreed);
    }

    private void compareUntilAgreed() {
        try {
            while (!compare()) {
                Thread.sleep(againMillis);
            }
            LOG.info("Salts agree with what was told of them");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A petition is certified, maybe told again; what it says is destroyed is destroyed after this.
     *
     * @throws NotForgottenYet if that has to be tried again
     */
    public void certified(UUID petition) {
        if (!isForgotten(petition) && !compare()) {
            throw new NotForgottenYet(petition);
        }
    }

    private boolean isForgotten(UUID petition) {
        return boxes.find(petition)
                .map(box -> !box.state().isReadable())
                .orElseGet(() -> !salts.holds(petition));
    }

    private synchronized boolean compare() {
        try {
            Told told = toldBefore.read();
            if (told == null) {
                return false;
            }
            List<ShredOrder> certified =
                    told.certified().stream().filter(this::isAfterDeadline).toList();
            told.fenced().forEach(this::carryOutAgain);
            certified.forEach(this::carryOutAgain);
            forgetWhatHasNoSalt();
            Set<UUID> shredded = new HashSet<>(told.shredded());
            certified.forEach(order -> shredded.add(order.petition()));
            Comparison comparison = salts.compare(new KeysTold(Set.of(), Map.of(), shredded));
            if (!comparison.agrees()) {
                LOG.warn(
                        "Salts told to be destroyed are not, nobody can vote yet: {}",
                        comparison.unshredded());
            }
            return comparison.agrees();
        } catch (RuntimeException e) {
            LOG.error("Salts can not be compared: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** Before that no certificate can be true, whoever tells it: people are voting. */
    private boolean isAfterDeadline(ShredOrder order) {
        return boxes.find(order.petition())
                .map(box -> !boxes.clock().isBefore(box.closesAt()))
                .orElse(true);
    }

    /** A box that is fenced at the ordered cut goes on as ever; of any other the votes are lost. */
    private void carryOutAgain(ShredOrder order) {
        if (!orderKeys.verifies(order.kid(), order.bytesToSign(), order.signature())) {
            LOG.error("Order to shred {} does not verify, nothing is done", order.petition());
            return;
        }
        BoxRow box = boxes.find(order.petition()).orElse(null);
        if (box != null) {
            orders.note(order);
        }
        boolean goesOn =
                box != null
                        && box.state() == BoxState.FENCED
                        && ShredOrders.statesCutOf(box, order);
        if (!goesOn && !salts.tombstones().contains(order.petition())) {
            salts.shred(order);
            LOG.warn("Salt of petition {} came back from an old copy, shredded", order.petition());
        }
    }

    private void forgetWhatHasNoSalt() {
        Set<UUID> gone = salts.tombstones();
        // Read after: of a salt that is gone the order stands here already, unless it was lost.
        List<UUID> due = orders.due();
        gone.stream().filter(petition -> !due.contains(petition)).forEach(this::forget);
    }

    private void forget(UUID petition) {
        BoxRow box = boxes.find(petition).orElse(null);
        if (box == null || !box.state().isReadable()) {
            return;
        }
        boxes.change(
                petition,
                () -> new ForgetBallotBox(petition, salts.kind(), salts.generation()),
                () -> boxes.state(petition, BoxState.SHREDDED));
        LOG.warn("Ballot box of petition {} came back from an old copy and is dropped", petition);
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

    /** After the command bus, before the group commit, web server and listeners. */
    @Override
    public int getPhase() {
        return -1;
    }
}
