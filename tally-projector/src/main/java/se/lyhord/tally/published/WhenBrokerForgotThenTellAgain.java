package se.lyhord.tally.published;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.BrokerUnavailable;
import se.lyhord.exchange.TopicHistory;
import se.lyhord.tally.config.Sweep;

/**
 * Once after each start: what was told and the broker has no more, since it was put back from an
 * old copy, is told again. A key that came back from an old copy too is destroyed by that order.
 */
@Component
class WhenBrokerForgotThenTellAgain implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(WhenBrokerForgotThenTellAgain.class);

    private final JdbcClient jdbc;
    private final TopicHistory history;
    private boolean compared;

    WhenBrokerForgotThenTellAgain(JdbcClient jdbc, TopicHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public boolean sweepOne() {
        if (compared) {
            return false;
        }
        // Before the topic is read: what is told meanwhile is not missing.
        List<UUID> finalized = told("final_tally");
        List<UUID> certified = told("closing_certificate");
        Set<UUID> heardFinalized = new HashSet<>();
        Set<UUID> heardCertified = new HashSet<>();
        try {
            history.read("tally")
                    .each(TallyFinalized.class, event -> heardFinalized.add(event.petitionId()))
                    .each(PetitionCertified.class, event -> heardCertified.add(event.petitionId()));
        } catch (BrokerUnavailable away) {
            return false;
        }
        tellAgain("final_tally", finalized, heardFinalized);
        tellAgain("closing_certificate", certified, heardCertified);
        compared = true;
        return true;
    }

    private List<UUID> told(String table) {
        return jdbc.sql("SELECT petition FROM " + table + " WHERE published")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void tellAgain(String table, List<UUID> told, Set<UUID> heard) {
        for (UUID petition : told) {
            if (!heard.contains(petition)) {
                LOG.warn("The broker has lost what was told of {}, told again", petition);
                jdbc.sql("UPDATE " + table + " SET published = false WHERE petition = ?")
                        .param(petition)
                        .update();
            }
        }
    }
}
