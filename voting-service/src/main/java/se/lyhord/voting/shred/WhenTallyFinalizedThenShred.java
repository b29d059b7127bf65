package se.lyhord.voting.shred;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.ShredOrderKeys;
import se.lyhord.keyvault.Shredding;
import se.lyhord.voting.ballot.BallotBoxCommand.ShredBallotBox;
import se.lyhord.voting.ballot.BallotBoxRefused;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.SweepLock;

/**
 * Destroys a box's salt on a signed order that states the box's own cut. The order is noted first;
 * the sweep carries it out, since the vault waits until every lease has run out.
 */
@Component
public class WhenTallyFinalizedThenShred {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTallyFinalizedThenShred.class);

    private final BoxRegister boxes;
    private final KeyVault salts;
    private final ShredOrderKeys orderKeys;
    private final ShredOrders orders;
    private final SweepLock lock;

    WhenTallyFinalizedThenShred(
            BoxRegister boxes,
            KeyVault salts,
            ShredOrderKeys orderKeys,
            ShredOrders orders,
            SweepLock lock) {
        this.boxes = boxes;
        this.salts = salts;
        this.orderKeys = orderKeys;
        this.orders = orders;
        this.lock = lock;
    }

    /**
     * Notes an order to shred. One for a box that is not fenced is of a box from an old copy, which
     * is left to its certificate ({@link WhenRestoredThenForget}), or it is wrong: nothing is done.
     *
     * @throws IllegalArgumentException if its signature does not verify
     * @throws BallotBoxRefused if it states another cut than the box's
     */
    public void finalised(ShredOrder order) {
        if (!orderKeys.verifies(order.kid(), order.bytesToSign(), order.signature())) {
            throw new IllegalArgumentException("Order does not verify with key " + order.kid());
        }
        BoxRow box = boxes.find(order.petition()).orElse(null);
        if (box == null) {
            return;
        }
        switch (box.state()) {
            case OPEN, SUSPENDED, FENCING ->
                    LOG.warn(
                            "Ballot box of petition {} is {}, not FENCED: an order to shred its"
                                    + " salt waits for the certificate",
                            box.petition(),
                            box.state());
            case FENCED -> {
                if (!ShredOrders.statesCutOf(box, order)) {
                    throw new BallotBoxRefused(BallotBoxRefused.Reason.OTHER_TALLY);
                }
                orders.note(order);
            }
            case SHREDDED, PURGED -> {
                // Carried out before: the order is told again.
            }
        }
    }

    @Scheduled(fixedDelayString = "${lyhord.sweep:1s}")
    void sweep() {
        lock.alone(SweepLock.Sweep.SHRED, orders::due, petition -> carryOut(orders.of(petition)));
    }

    /** A vault from an old copy holds destroyed salts again; their orders still stand. */
    @Scheduled(fixedDelayString = "${lyhord.vault.look-back:1m}")
    void shredAgain() {
        lock.alone(
                SweepLock.Sweep.SHRED,
                this::cameBack,
                petition -> {
                    salts.shred(orders.of(petition));
                    LOG.warn("Salt of petition {} came back from an old copy, shredded", petition);
                });
    }

    private List<UUID> cameBack() {
        Set<UUID> gone = salts.tombstones();
        return orders.carriedOut().stream().filter(petition -> !gone.contains(petition)).toList();
    }

    private void carryOut(ShredOrder order) {
        UUID petition = order.petition();
        Shredding shredding = salts.shred(order);
        boxes.change(
                petition,
                () ->
                        new ShredBallotBox(
                                petition,
                                order.count(),
                                order.digest(),
                                shredding.kind(),
                                shredding.generation()),
                () -> boxes.state(petition, BoxState.SHREDDED));
        LOG.info("Salt of petition {} is shredded", petition);
    }
}
