package se.lyhord.voting.cast;

import java.sql.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.ballot.VoterState;
import se.lyhord.voting.config.VoteTable;

/** Reads one voter's stream. */
@Component
class OwnVotes {

    private final JdbcTemplate jdbc;

    OwnVotes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The tracker of the voter's vote, or null if none counts. */
    @Nullable Tracker counted(UUID petition, VoterHash voter) {
        ConnectionCallback<VoterState> read =
                connection -> read(connection, VoteTable.of(petition), voter);
        VoterState state = jdbc.execute(read);
        return state == null ? null : state.counted();
    }

    private static VoterState read(Connection connection, VoteTable table, VoterHash voter)
            throws java.sql.SQLException {
        VoterState state = VoterState.EMPTY;
        try (var select = connection.prepareStatement(table.streams())) {
            select.setArray(1, connection.createArrayOf("bytea", new byte[][] {voter.bytes()}));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    state =
                            state.after(
                                    VoteRows.event(
                                            rows.getInt(2), rows.getString(3), rows.getBytes(4)));
                }
            }
        }
        return state;
    }
}
