package se.lyhord.voting.count;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.ballot.ChangedBoxes;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.CountPublisher;
import se.lyhord.voting.config.SweepLock;
import se.lyhord.voting.config.VoteTable;
import se.lyhord.voting.config.VotingProperties;

/**
 * Counts changed boxes and tells the new count, but only when enough votes have come together and
 * enough time has passed that nobody can tell whose they were.
 */
@Component
class WhenBoxChangedThenCount {

    private static final Logger LOG = LoggerFactory.getLogger(WhenBoxChangedThenCount.class);

    private final BoxRegister boxes;
    private final ChangedBoxes changed;
    private final CountPublisher publisher;
    private final VotingProperties.Counts limits;
    private final JdbcClient jdbc;
    private final SweepLock lock;
    private final ComparedVault salts;
    private boolean started;

    WhenBoxChangedThenCount(
            BoxRegister boxes,
            ChangedBoxes changed,
            CountPublisher publisher,
            VotingProperties properties,
            JdbcClient jdbc,
            SweepLock lock,
            ComparedVault salts) {
        this.boxes = boxes;
        this.changed = changed;
        this.publisher = publisher;
        this.limits = properties.counts();
        this.jdbc = jdbc;
        this.lock = lock;
        this.salts = salts;
    }

    @Scheduled(fixedDelayString = "${lyhord.sweep:1s}")
    void sweep() {
        // A box from an old copy is given up first: what it would count was told long ago.
        if (salts.hasAgreed()) {
            lock.alone(SweepLock.Sweep.COUNT, this::due, this::count);
        }
    }

    private Set<UUID> due() {
        if (!started) {
            // What changed before a restart is not remembered: look at every box once.
            boxes.all(BoxState.OPEN).forEach(box -> changed.add(box.petition()));
            started = true;
        }
        Set<UUID> petitions = changed.all();
        return petitions.isEmpty() ? petitions : ofWhichTheNextCountMayBeTold(petitions);
    }

    private Set<UUID> ofWhichTheNextCountMayBeTold(Set<UUID> petitions) {
        return jdbc.sql(
                        """
                        SELECT petition FROM unnest(?::uuid[]) petition LEFT JOIN counted USING (petition)
                        WHERE next_at IS NULL OR next_at <= clock_timestamp()
                        """)
                .param(petitions.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    private void count(UUID petition) {
        changed.take(petition);
        try {
            if (boxes.find(petition).map(BoxRow::state).orElse(null) == BoxState.OPEN) {
                countAndTell(petition);
            }
        } catch (RuntimeException e) {
            changed.add(petition);
            throw e;
        }
    }

    private void countAndTell(UUID petition) {
        long count = jdbc.sql(VoteTable.of(petition).count()).query(Long.class).single();
        if (Math.abs(count - toldLast(petition)) >= limits.minimumChange()) {
            tell(petition, count);
        }
    }

    private void tell(UUID petition, long count) {
        try {
            publisher.publish(petition, nextNumber(petition), count);
        } catch (RuntimeException e) {
            changed.add(petition);
            LOG.warn("A count is not told yet: {}", e.getClass().getSimpleName());
            return;
        }
        jdbc.sql("UPDATE counted SET count = ?, next_at = ? WHERE petition = ?")
                .param(count)
                .param(boxes.clock().plus(pause()).atOffset(ZoneOffset.UTC))
                .param(petition)
                .update();
    }

    /** The count that was told last, 0 before the first time. */
    private long toldLast(UUID petition) {
        return jdbc.sql("SELECT count FROM counted WHERE petition = ?")
                .param(petition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Used up even if the telling fails: a number is never told twice with two counts. */
    private long nextNumber(UUID petition) {
        return jdbc.sql(
                        """
                        INSERT INTO counted (petition, number, count, next_at)
                        VALUES (?, 1, 0, clock_timestamp())
                        ON CONFLICT (petition) DO UPDATE SET number = counted.number + 1
                        RETURNING number
                        """)
                .param(petition)
                .query(Long.class)
                .single();
    }

    /** The interval and up to half as much again, so that no one knows when to look. */
    private Duration pause() {
        long millis = limits.interval().toMillis();
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
