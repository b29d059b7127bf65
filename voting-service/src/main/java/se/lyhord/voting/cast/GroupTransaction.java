package se.lyhord.voting.cast;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.ballot.BoxTerms;
import se.lyhord.voting.ballot.ChangedBoxes;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteRefusal;
import se.lyhord.voting.config.BoxLock;

/**
 * One group, one transaction, one commit. In it: each box's shared lock by trying, in key order;
 * then, in a later statement, state, deadline and clock; then, box by box, first votes, and of all
 * others streams, decisions, events.
 */
final class GroupTransaction {

    private final DataSource database;
    private final ChangedBoxes changedBoxes;

    GroupTransaction(DataSource database, ChangedBoxes changedBoxes) {
        this.database = database;
        this.changedBoxes = changedBoxes;
    }

    /**
     * What came of a group.
     *
     * @param answers are true now: everything is committed
     * @param put off since a fence waits for their box
     */
    record Outcome(Map<Waiting, VoteAnswer> answers, List<Waiting> putOff) {}

    /** The connection was lost while committing: whether the group is durable is not known. */
    static final class CommitUnknown extends Exception {

        private static final long serialVersionUID = 1L;

        CommitUnknown(SQLException cause) {
            super(cause);
        }
    }

    /**
     * Decides and commits.
     *
     * @throws CommitUnknown if it may or may not be committed; the same group may be run again
     * @throws SQLException if nothing is committed
     */
    Outcome run(List<Waiting> commands) throws SQLException, CommitUnknown {
        var group = new Group(commands);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var outcome = new Outcome(new LinkedHashMap<>(), new ArrayList<>());
            Set<UUID> changed;
            try {
                changed = write(connection, group, outcome);
            } catch (SQLException e) {
                rollBack(connection);
                throw e;
            }
            commit(connection);
            changed.forEach(changedBoxes::add);
            return outcome;
        }
    }

    private static Set<UUID> write(Connection connection, Group group, Outcome outcome)
            throws SQLException {
        var changed = new HashSet<UUID>();
        Set<Long> locked = tryLocks(connection, group.petitions());
        Map<UUID, BoxTerms> terms = terms(connection, group.petitions());
        for (UUID petition : group.petitions()) {
            BoxTerms box = terms.get(petition);
            if (!locked.contains(BoxLock.key(petition))) {
                outcome.putOff().addAll(group.commands(petition));
            } else if (box == null) {
                refuse(group, petition, VoteRefusal.NO_BALLOT_BOX, null, outcome);
            } else if (!box.state().isReadable()) {
                refuse(group, petition, VoteRefusal.CLOSED, box, outcome);
            } else if (new BoxWriter(connection, petition, box)
                    .write(group.voters(petition), outcome.answers())) {
                changed.add(petition);
            }
        }
        return changed;
    }

    private static void refuse(
            Group group,
            UUID petition,
            VoteRefusal refusal,
            @org.jspecify.annotations.Nullable BoxTerms terms,
            Outcome outcome) {
        var answer = new VoteAnswer.Refused(refusal, terms == null ? null : terms.closesAt());
        group.commands(petition).forEach(waiting -> outcome.answers().put(waiting, answer));
    }

    private static Set<Long> tryLocks(Connection connection, List<UUID> petitions)
            throws SQLException {
        var locked = new HashSet<Long>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT k, pg_try_advisory_xact_lock_shared(k) FROM unnest(?) k")) {
            Object[] keys = petitions.stream().map(BoxLock::key).distinct().toArray();
            select.setArray(1, connection.createArrayOf("int8", keys));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(2)) {
                        locked.add(rows.getLong(1));
                    }
                }
            }
        }
        return locked;
    }

    private static Map<UUID, BoxTerms> terms(Connection connection, List<UUID> petitions)
            throws SQLException {
        var terms = new HashMap<UUID, BoxTerms>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        SELECT petition, state, closes_at, clock_timestamp()
                        FROM ballot_box WHERE petition = ANY (?)
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", petitions.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    terms.put(
                            rows.getObject(1, UUID.class),
                            new BoxTerms(
                                    BoxState.valueOf(rows.getString(2)),
                                    rows.getObject(3, OffsetDateTime.class).toInstant(),
                                    rows.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return terms;
    }

    private static void commit(Connection connection) throws CommitUnknown {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitUnknown(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost, and its transaction with it.
            return;
        }
    }
}
