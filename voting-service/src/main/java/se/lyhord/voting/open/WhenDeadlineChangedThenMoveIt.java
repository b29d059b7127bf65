package se.lyhord.voting.open;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.voting.ballot.BallotBoxCommand.MoveDeadline;
import se.lyhord.voting.config.BoxRegister;

/** Moves the deadline of a box that is still open. */
@Component
public class WhenDeadlineChangedThenMoveIt {

    private final BoxRegister boxes;
    private final JdbcClient jdbc;

    WhenDeadlineChangedThenMoveIt(BoxRegister boxes, JdbcClient jdbc) {
        this.boxes = boxes;
        this.jdbc = jdbc;
    }

    /**
     * Moves the deadline, unless a newer revision is in force or there is no box.
     *
     * @throws se.lyhord.voting.ballot.BallotBoxRefused if the box is fenced
     */
    public void move(UUID petition, Instant closesAt, int revision) {
        var box = boxes.find(petition);
        if (box.isEmpty() || box.get().revision() >= revision) {
            return;
        }
        boxes.change(
                petition,
                () -> new MoveDeadline(petition, closesAt, revision),
                () ->
                        jdbc.sql(
                                        """
                                        UPDATE ballot_box SET closes_at = ?, revision = ?
                                        WHERE petition = ? AND revision < ?
                                        """)
                                .param(closesAt.atOffset(ZoneOffset.UTC))
                                .param(revision)
                                .param(petition)
                                .param(revision)
                                .update());
    }
}
