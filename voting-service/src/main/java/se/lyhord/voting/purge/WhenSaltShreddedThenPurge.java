package se.lyhord.voting.purge;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.voting.ballot.BallotBoxCommand.PurgeBallotBox;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.SweepLock;

/**
 * Drops the votes of a box whose salt is gone, and waits until the write-ahead log they stood in is
 * gone too. Each sweep goes one step; only when nothing is left is the box purged.
 */
@Component
class WhenSaltShreddedThenPurge {

    private static final Logger LOG = LoggerFactory.getLogger(WhenSaltShreddedThenPurge.class);

    private final BoxRegister boxes;
    private final VoteRemoval votes;
    private final SweepLock lock;

    WhenSaltShreddedThenPurge(BoxRegister boxes, VoteRemoval votes, SweepLock lock) {
        this.boxes = boxes;
        this.votes = votes;
        this.lock = lock;
    }

    @Scheduled(fixedDelayString = "${lyhord.purge:3s}")
    void sweep() {
        lock.alone(SweepLock.Sweep.PURGE, this::shredded, votes::drop);
        lock.alone(SweepLock.Sweep.PURGE, this::outOfLog, this::purged);
    }

    private List<UUID> shredded() {
        return boxes.all(BoxState.SHREDDED).stream().map(BoxRow::petition).toList();
    }

    private List<UUID> outOfLog() {
        return shredded().isEmpty() ? List.of() : votes.turnLog();
    }

    private void purged(UUID petition) {
        boxes.change(
                petition,
                () -> new PurgeBallotBox(petition),
                () -> boxes.state(petition, BoxState.PURGED));
        LOG.info("Ballot box of petition {} is purged", petition);
    }
}
