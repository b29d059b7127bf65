package se.lyhord.petition.extend;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.petition.PetitionCommand.ExtendVotingPeriod;
import se.lyhord.petition.petition.PetitionId;

/**
 * Moves the deadline of each petition that a confirmed outage concerns, once. A petition that has
 * closed meanwhile stays closed.
 */
@Component
class WhenOutageConfirmedThenExtend {

    private static final Logger LOG = LoggerFactory.getLogger(WhenOutageConfirmedThenExtend.class);
    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final Commands commands;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    WhenOutageConfirmedThenExtend(
            JdbcClient jdbc,
            Commands commands,
            DatabaseClock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Waiting(UUID outage, UUID petition) {}

    @Scheduled(fixedDelayString = "${lyhord.close.interval}")
    void sweep() {
        try {
            waiting().forEach(this::tryExtend);
        } catch (RuntimeException e) {
            LOG.warn("What an outage concerns cannot be listed; trying again: {}", e.toString());
        }
    }

    /** One that fails holds no other up. */
    private void tryExtend(Waiting it) {
        try {
            transaction.executeWithoutResult(status -> extend(it));
        } catch (RuntimeException e) {
            LOG.warn("Deadline of {} is not moved; trying again: {}", it.petition(), e.toString());
        }
    }

    private List<Waiting> waiting() {
        return jdbc.sql(
                        """
                        select outage_id, petition_id from outage_extension where not done
                        order by outage_id, petition_id limit ?
                        """)
                .param(AT_A_TIME)
                .query(
                        (row, number) ->
                                new Waiting(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Marking it done first locks out other instances until the deadline has moved. */
    private void extend(Waiting it) {
        int mine =
                jdbc.sql(
                                """
                                update outage_extension set done = true
                                where outage_id = ? and petition_id = ? and not done
                                """)
                        .params(it.outage(), it.petition())
                        .update();
        if (mine == 1) {
            commands.send(
                    new ExtendVotingPeriod(
                            new PetitionId(it.petition()), newDeadline(it), clock.now()));
        }
    }

    private Instant newDeadline(Waiting it) {
        return jdbc.sql(
                        """
                        select v.closes_at, extract(epoch from o.ended_at - o.began_at)::bigint
                        from outage o, petition_view v where o.id = ? and v.petition_id = ?
                        """)
                .params(it.outage(), it.petition())
                .query(
                        (row, number) ->
                                ExtensionRule.extended(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        Duration.ofSeconds(row.getLong(2))))
                .single();
    }
}
