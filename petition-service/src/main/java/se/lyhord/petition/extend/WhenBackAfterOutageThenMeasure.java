package se.lyhord.petition.extend;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a sign of life in the database, one for all instances. Whoever finds it old knows that none
 * was there, or their database was not, and for how long.
 */
@Component
class WhenBackAfterOutageThenMeasure {

    private static final Logger LOG = LoggerFactory.getLogger(WhenBackAfterOutageThenMeasure.class);

    private final JdbcClient jdbc;
    private final Outages outages;
    private final TransactionTemplate transaction;

    WhenBackAfterOutageThenMeasure(
            JdbcClient jdbc, Outages outages, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${lyhord.outage.sign-of-life}")
    void live() {
        try {
            transaction.executeWithoutResult(status -> measure());
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("No sign of life; trying again", away);
        }
    }

    /** The row's lock lets one instance at a time look and sign. */
    private void measure() {
        record Life(Instant last, Instant now) {}
        Life life =
                jdbc.sql("select at, clock_timestamp() from sign_of_life for update")
                        .query(
                                (row, number) ->
                                        new Life(
                                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        .single();
        Duration away = Duration.between(life.last(), life.now());
        if (away.compareTo(ExtensionRule.SHORTEST) >= 0) {
            outages.measured(OutagePart.PETITIONS, life.last(), life.now());
            LOG.warn(
                    "Nobody could vote for {}: an administrator is to declare or dismiss it", away);
        }
        jdbc.sql("update sign_of_life set at = clock_timestamp()").update();
    }
}
