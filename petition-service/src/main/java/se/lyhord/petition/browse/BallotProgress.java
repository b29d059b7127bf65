package se.lyhord.petition.browse;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.petition.VotingPeriod;

/** How far the vote on each petition has come, as the other services tell. */
@Component
@Transactional
public class BallotProgress {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final DatabaseClock clock;

    BallotProgress(JdbcClient jdbc, Timeline timeline, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The ballot box can take votes. */
    public void ballotBoxOpened(UUID petition) {
        set(petition, "ballot_box_opened");
    }

    /** Voters can be given pseudonyms. */
    public void pseudonymKeyCreated(UUID petition) {
        set(petition, "pseudonym_key_created");
    }

    /** The voting service's key is gone. */
    public void saltShredded(UUID petition) {
        set(petition, "salt_shredded");
        noteKeysDestroyed(petition);
    }

    /** The gateway's key is gone. */
    public void pseudonymKeyShredded(UUID petition) {
        set(petition, "pseudonym_key_shredded");
        noteKeysDestroyed(petition);
    }

    /** The final count is known. */
    public void tallied(UUID petition, long count) {
        jdbc.sql(
                        """
                        insert into ballot_progress (petition_id, final_count) values (?, ?)
                        on conflict (petition_id) do update set final_count = excluded.final_count
                        """)
                .params(petition, count)
                .update();
        add(petition, Timeline.Event.TALLIED, today(), Map.of("count", Long.toString(count)));
    }

    /** The closing certificate is published: who voted is forgotten. */
    public void certified(UUID petition, long count, LocalDate day) {
        set(petition, "certified");
        add(petition, Timeline.Event.CERTIFIED, day, Map.of("count", Long.toString(count)));
    }

    /** The column is one of this class's own constants, never anything from outside. */
    private void set(UUID petition, String column) {
        jdbc.sql(
                        """
                        insert into ballot_progress (petition_id, %1$s) values (?, true)
                        on conflict (petition_id) do update set %1$s = true
                        """
                                .formatted(column))
                .param(petition)
                .update();
    }

    private void noteKeysDestroyed(UUID petition) {
        boolean bothGone =
                jdbc.sql(
                                """
                                select salt_shredded and pseudonym_key_shredded
                                from ballot_progress where petition_id = ?
                                """)
                        .param(petition)
                        .query(Boolean.class)
                        .single();
        if (bothGone) {
            add(petition, Timeline.Event.KEYS_DESTROYED, today(), Map.of());
        }
    }

    private void add(
            UUID petition, Timeline.Event event, LocalDate day, Map<String, String> details) {
        timeline.add(petition, 1, new Timeline.Entry(event, day, details));
    }

    private LocalDate today() {
        return clock.now().atZone(VotingPeriod.STOCKHOLM).toLocalDate();
    }
}
