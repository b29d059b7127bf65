package se.lyhord.benchmark;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.LocalSystem;

/**
 * Writes many votes into an open ballot box as the voting service's own role, a batch in a
 * transaction, each under the box's shared lock and in hash order, as a group of votes is written.
 * One voter in forty has withdrawn and voted again; on top of those whose vote counts come another
 * twentieth who have withdrawn.
 */
final class BallotBoxFiller {

    private static final int BATCH = 25_000;
    private static final int AGAIN = 40;
    private static final int GONE = 20;
    private static final int TRACKER_BYTES = 16;
    private static final String FILL =
            """
            INSERT INTO ballots.votes_%s (voter_hash, sequence, event, tracker)
            SELECT sha256(int8send(voter)), sequence,
                CASE WHEN sequence = 2 THEN 'VoteWithdrawn' ELSE 'VoteCast' END,
                substring(sha256(int8send(voter)
                    || int4send(CASE WHEN sequence = 3 THEN 3 ELSE 1 END)) FOR 16)
            FROM generate_series(?::bigint, ?::bigint) voter,
                generate_series(1, CASE WHEN voter > ? THEN 2 WHEN voter %% 40 = 0 THEN 3 ELSE 1 END)
                    sequence
            WHERE EXISTS (SELECT FROM ballot_box
                WHERE petition = ? AND state = 'OPEN' AND closes_at > clock_timestamp())
            ORDER BY 1, 2
            """;

    private final LocalSystem system;
    private final UUID petition;
    private final long votes;

    /**
     * @param votes how many are to count
     */
    BallotBoxFiller(LocalSystem system, UUID petition, long votes) {
        this.system = system;
        this.petition = petition;
        this.votes = votes;
    }

    /**
     * Fills the box.
     *
     * @throws LocalFailure if it closes before it is full
     */
    void fill() throws SQLException {
        String password = system.secrets().get("voting-service", "spring.datasource.password");
        try (Connection connection =
                DriverManager.getConnection(
                        system.voteCluster().url("voting"), "voting_service", password)) {
            connection.setAutoCommit(false);
            long voters = votes + votes / GONE;
            for (long first = 1; first <= voters; first += BATCH) {
                batch(connection, first, Math.min(voters, first + BATCH - 1));
                connection.commit();
            }
        }
    }

    private void batch(Connection connection, long first, long last) throws SQLException {
        try (var statement = connection.createStatement();
                var fill =
                        connection.prepareStatement(
                                FILL.formatted(petition.toString().replace("-", "")))) {
            // A batch of this size takes longer than a vote may.
            statement.execute("SET LOCAL transaction_timeout = '60s'");
            statement.execute(
                    "SELECT pg_advisory_xact_lock_shared(%d)"
                            .formatted(
                                    petition.getMostSignificantBits()
                                            ^ petition.getLeastSignificantBits()));
            fill.setLong(1, first);
            fill.setLong(2, last);
            fill.setLong(3, votes);
            fill.setObject(4, petition);
            if (fill.executeUpdate() == 0) {
                throw new LocalFailure(
                        "The box closed before %d votes were in it: give --period more seconds."
                                .formatted(votes));
            }
        }
    }

    /** The trackers of the votes that count, as they are published. */
    Stream<String> counted() {
        return LongStream.rangeClosed(1, votes)
                .mapToObj(voter -> tracker(voter, voter % AGAIN == 0 ? 3 : 1));
    }

    private static String tracker(long voter, int sequence) {
        byte[] named =
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                        .putLong(voter)
                        .putInt(sequence)
                        .array();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(named);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TRACKER_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }
}
