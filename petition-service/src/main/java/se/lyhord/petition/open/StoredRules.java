package se.lyhord.petition.open;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.VotingPeriod;

/** The municipality's rules, every version kept; the configured ones until there is a first. */
@Component
class StoredRules {

    private final JdbcClient jdbc;
    private final FirstRules first;

    StoredRules(JdbcClient jdbc, FirstRules first) {
        this.jdbc = jdbc;
        this.first = first;
    }

    /** The rules that a petition opening now gets. */
    PetitionRules current() {
        return jdbc.sql(
                        """
                        select version, threshold, minimum_age, voting_period
                        from petition_rules order by version desc limit 1
                        """)
                .query(
                        (row, number) ->
                                new PetitionRules(
                                        row.getInt("version"),
                                        row.getInt("threshold"),
                                        row.getInt("minimum_age"),
                                        VotingPeriod.of(row.getString("voting_period"))))
                .optional()
                .orElseGet(first::asRules);
    }

    /** Keeps new rules; of two at the same time one fails on the version they both take. */
    void add(PetitionRules rules) {
        jdbc.sql(
                        """
                        insert into petition_rules (version, threshold, minimum_age, voting_period)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        rules.version(),
                        rules.threshold(),
                        rules.minimumAge(),
                        rules.votingPeriod().text())
                .update();
    }
}
