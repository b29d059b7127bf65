package se.lyhord.voting.config;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.voting.ballot.BallotBoxCommand;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.ballot.BoxTerms;

/**
 * The register of boxes, and the only way a box changes its state: under its exclusive lock, with
 * the event and the register's row in one transaction.
 */
@Component
public class BoxRegister {

    private static final String COLUMNS =
            "petition, state, closes_at, revision, close_revision, cut, digest";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Commands commands;

    BoxRegister(JdbcClient jdbc, PlatformTransactionManager transactions, Commands commands) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.commands = commands;
    }

    /** The box of a petition, if it ever had one. */
    public Optional<BoxRow> find(UUID petition) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ballot_box WHERE petition = ?")
                .param(petition)
                .query(BoxRegister::row)
                .optional();
    }

    /** All boxes in a state. */
    public List<BoxRow> all(BoxState state) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ballot_box WHERE state = ?")
                .param(state.name())
                .query(BoxRegister::row)
                .list();
    }

    /** The vote database's clock, which alone says when a period is over. */
    public Instant clock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** What decides whether this box takes a vote at this moment. */
    public BoxTerms terms(BoxRow box) {
        return new BoxTerms(box.state(), box.closesAt(), clock());
    }

    /**
     * Changes a box. When this has the lock no vote is in flight; the transaction is the caller's
     * if there is one.
     *
     * @param command decided once the lock is held
     * @param row what to do to the register's row and tables, in the same transaction
     */
    public void change(UUID petition, Supplier<BallotBoxCommand> command, Runnable row) {
        alone(
                petition,
                () -> {
                    commands.<Object>send(command.get());
                    row.run();
                });
    }

    /**
     * Does some work while nobody else changes the petition's box, or opens it. The transaction is
     * the caller's if there is one, and the lock is held to its end.
     */
    public void alone(UUID petition, Runnable work) {
        transactions.executeWithoutResult(
                status -> {
                    lock(petition);
                    work.run();
                });
    }

    /**
     * Enters a new box with its empty table.
     *
     * @param command opens it
     * @return false if the petition has been entered before
     */
    public boolean enter(BallotBoxCommand.OpenBallotBox command) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        status -> {
                            lock(command.petitionId());
                            if (insert(command) == 0) {
                                return false;
                            }
                            jdbc.sql("SELECT ballots.make_votes(?)")
                                    .param(command.petitionId())
                                    .query((row, number) -> number)
                                    .list();
                            commands.<Object>send(command);
                            return true;
                        }));
    }

    /** Moves a box's row on to a state, never back. To be called inside {@link #change}. */
    public void state(UUID petition, BoxState state) {
        jdbc.sql("UPDATE ballot_box SET state = ? WHERE petition = ? AND state = ANY (?)")
                .param(state.name())
                .param(petition)
                .param(
                        Arrays.stream(BoxState.values())
                                .filter(earlier -> earlier.compareTo(state) < 0)
                                .map(BoxState::name)
                                .toArray(String[]::new))
                .update();
    }

    private int insert(BallotBoxCommand.OpenBallotBox command) {
        return jdbc.sql(
                        """
                        INSERT INTO ballot_box (petition, state, closes_at, revision)
                        VALUES (?, 'OPEN', ?, ?) ON CONFLICT (petition) DO NOTHING
                        """)
                .param(command.petitionId())
                .param(command.closesAt().atOffset(ZoneOffset.UTC))
                .param(command.revision())
                .update();
    }

    private void lock(UUID petition) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(BoxLock.key(petition))
                .query((row, number) -> number)
                .list();
    }

    private static BoxRow row(ResultSet row, int number) throws SQLException {
        return new BoxRow(
                row.getObject("petition", UUID.class),
                BoxState.valueOf(row.getString("state")),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                row.getObject("close_revision", Integer.class),
                row.getObject("cut", Long.class),
                row.getString("digest"));
    }
}
