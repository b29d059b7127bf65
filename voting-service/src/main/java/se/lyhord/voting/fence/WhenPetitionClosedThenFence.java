package se.lyhord.voting.fence;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.BallotBoxCommand.FenceBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.StartFence;
import se.lyhord.voting.ballot.BallotBoxRefused;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.SweepLock;

/**
 * Fences a box in two steps once its petition is closed and the clock has passed. The first drains
 * votes in flight and ends voting; the second counts what cannot change any more.
 */
@Component
public class WhenPetitionClosedThenFence {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPetitionClosedThenFence.class);

    private final BoxRegister boxes;
    private final KeyVault salts;
    private final TrackerList list;
    private final JdbcClient jdbc;
    private final SweepLock lock;

    WhenPetitionClosedThenFence(
            BoxRegister boxes, KeyVault salts, TrackerList list, JdbcClient jdbc, SweepLock lock) {
        this.boxes = boxes;
        this.salts = salts;
        this.list = list;
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /**
     * Notes that the petition is closed; the sweep fences its box.
     *
     * @param revision the period that ended
     * @throws BallotBoxRefused if it is not the box's newest, or there is no box
     */
    public void closed(UUID petition, int revision) {
        BoxRow box = boxes.find(petition).orElse(null);
        if (box == null && salts.tombstones().contains(petition)) {
            return;
        }
        if (box == null || box.revision() != revision) {
            throw new BallotBoxRefused(BallotBoxRefused.Reason.OTHER_REVISION);
        }
        jdbc.sql("UPDATE ballot_box SET close_revision = ? WHERE petition = ?")
                .param(revision)
                .param(petition)
                .update();
    }

    @Scheduled(fixedDelayString = "${lyhord.sweep:1s}")
    void sweep() {
        lock.alone(SweepLock.Sweep.FENCE, this::due, this::goOn);
    }

    /** Both steps, or the second alone where a crash came between. */
    private void goOn(UUID petition) {
        if (boxes.find(petition).orElseThrow().state() != BoxState.FENCING) {
            startFence(petition);
        }
        fence(petition);
    }

    private List<UUID> due() {
        return jdbc.sql(
                        """
                        SELECT petition FROM ballot_box
                        WHERE state = 'FENCING'
                           OR state IN ('OPEN', 'SUSPENDED') AND close_revision = revision
                              AND closes_at <= clock_timestamp()
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void startFence(UUID petition) {
        int revision = boxes.find(petition).orElseThrow().revision();
        boxes.change(
                petition,
                () -> new StartFence(petition, revision, boxes.clock()),
                () -> boxes.state(petition, BoxState.FENCING));
    }

    private void fence(UUID petition) {
        var cut = new Cut();
        boxes.change(
                petition,
                () -> {
                    var digest = list.digest(petition);
                    cut.count = digest.count();
                    cut.digest = digest.digest();
                    return new FenceBallotBox(petition, cut.count, cut.digest);
                },
                () -> record(petition, cut));
        LOG.info("Ballot box of petition {} is fenced", petition);
    }

    private void record(UUID petition, Cut cut) {
        jdbc.sql(
                        """
                        UPDATE ballot_box SET state = 'FENCED', cut = ?, digest = ?
                        WHERE petition = ? AND state = 'FENCING'
                        """)
                .param(cut.count)
                .param(cut.digest)
                .param(petition)
                .update();
    }

    /** What was counted, on its way from the decision to the register. */
    private static final class Cut {
        private long count;
        private String digest = "";
    }
}
