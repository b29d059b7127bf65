package se.lyhord.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.lyhord.local.Conditions;

/** Whether every vote that was acknowledged is stored, and counted, and no other is. */
final class Checks {

    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final BenchSystem system;
    private final List<UUID> petitions;

    Checks(BenchSystem system, List<UUID> petitions) {
        this.system = system;
        this.petitions = List.copyOf(petitions);
    }

    /**
     * What was found after a run; all three are over everything since the start.
     *
     * @param accepted votes acknowledged to voters
     * @param stored votes in the ballot boxes
     * @param counted votes in the published counts
     * @param busy how many were told to come again: their votes may be stored or not
     * @param unexpected answers that no correct service gives
     */
    record Result(
            String after, long accepted, long stored, long counted, long busy, long unexpected) {

        boolean holds() {
            return accepted <= stored
                    && stored <= accepted + busy
                    && stored == counted
                    && unexpected == 0;
        }
    }

    /** Compares with what was said to those who cast ballots. */
    Result check(String after, List<Ballots> cast, long unexpected) throws SQLException {
        Map<UUID, Long> accepted = new HashMap<>();
        Map<UUID, Long> busy = new HashMap<>();
        long odd = unexpected;
        for (Ballots ballots : cast) {
            ballots.acknowledged().forEach((id, count) -> accepted.merge(id, count, Long::sum));
            ballots.toldToComeAgain().forEach((id, count) -> busy.merge(id, count, Long::sum));
            odd += ballots.unexpected();
        }
        return check(after, accepted, busy, odd);
    }

    /** Compares petition by petition; what does not match shows in the sums as a difference. */
    Result check(String after, Map<UUID, Long> accepted, Map<UUID, Long> busy, long unexpected)
            throws SQLException {
        Map<UUID, Long> stored = stored();
        Map<UUID, Long> counted = new HashMap<>();
        Conditions.within(
                COUNTED_WITHIN,
                BETWEEN_LOOKS,
                () -> {
                    petitions.forEach(petition -> counted.put(petition, system.count(petition)));
                    return counted.equals(stored);
                });
        long wrongBoxes =
                petitions.stream()
                        .filter(
                                petition -> {
                                    long least = accepted.getOrDefault(petition, 0L);
                                    long most = least + busy.getOrDefault(petition, 0L);
                                    long there = stored.getOrDefault(petition, 0L);
                                    return there < least || there > most;
                                })
                        .count();
        return new Result(
                after,
                sum(accepted),
                sum(stored),
                sum(counted),
                sum(busy),
                unexpected + wrongBoxes);
    }

    private Map<UUID, Long> stored() throws SQLException {
        String password = system.local().secrets().get("voting-service", "spring.flyway.password");
        Map<UUID, Long> stored = new HashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                system.local().voteCluster().url("voting"),
                                "voting_owner",
                                password);
                var statement = connection.createStatement()) {
            for (UUID petition : petitions) {
                String table = "ballots.votes_" + petition.toString().replace("-", "");
                try (var rows =
                        statement.executeQuery(
                                "SELECT count(*) FILTER (WHERE event = 'VoteCast')"
                                        + " - count(*) FILTER (WHERE event = 'VoteWithdrawn') FROM "
                                        + table)) {
                    rows.next();
                    stored.put(petition, rows.getLong(1));
                }
            }
        }
        return stored;
    }

    private static long sum(Map<UUID, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
