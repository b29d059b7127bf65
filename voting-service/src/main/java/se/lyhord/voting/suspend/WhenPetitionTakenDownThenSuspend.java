package se.lyhord.voting.suspend;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.voting.ballot.BallotBoxCommand.ResumeBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.SuspendBallotBox;
import se.lyhord.voting.config.BoxRegister;

/**
 * Suspends the box of a petition that is taken down, and opens it again when the petition is
 * restored. The salt is kept and the clock runs: a box whose deadline passes is fenced as it is.
 *
 * <p>The take-down and the opening come from two topics, in any order. So what is taken down is
 * noted, box or no box, and looked up again when a box is opened.
 */
@Component
public class WhenPetitionTakenDownThenSuspend {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenPetitionTakenDownThenSuspend.class);

    private final BoxRegister boxes;
    private final JdbcClient jdbc;

    WhenPetitionTakenDownThenSuspend(BoxRegister boxes, JdbcClient jdbc) {
        this.boxes = boxes;
        this.jdbc = jdbc;
    }

    /** Takes no votes from now on. */
    public void takenDown(UUID petition) {
        note(petition, "INSERT INTO taken_down (petition) VALUES (?) ON CONFLICT DO NOTHING");
        LOG.info("Petition {} is taken down; it takes no votes", petition);
    }

    /** Takes votes again, unless the vote has ended. */
    public void restored(UUID petition) {
        note(petition, "DELETE FROM taken_down WHERE petition = ?");
        LOG.info("Petition {} is restored; it takes votes until its deadline", petition);
    }

    /** A box was opened, maybe after its petition was taken down. */
    public void opened(UUID petition) {
        boxes.alone(petition, () -> settle(petition));
    }

    private void note(UUID petition, String change) {
        boxes.alone(
                petition,
                () -> {
                    jdbc.sql(change).param(petition).update();
                    settle(petition);
                });
    }

    private void settle(UUID petition) {
        if (boxes.find(petition).isEmpty()) {
            return;
        }
        boolean down =
                jdbc.sql("SELECT EXISTS (SELECT FROM taken_down WHERE petition = ?)")
                        .param(petition)
                        .query(Boolean.class)
                        .single();
        boxes.change(
                petition,
                () -> down ? new SuspendBallotBox(petition) : new ResumeBallotBox(petition),
                () ->
                        jdbc.sql(
                                        """
                                        UPDATE ballot_box SET state = ?
                                        WHERE petition = ? AND state IN ('OPEN', 'SUSPENDED')
                                        """)
                                .param(down ? "SUSPENDED" : "OPEN")
                                .param(petition)
                                .update());
    }
}
