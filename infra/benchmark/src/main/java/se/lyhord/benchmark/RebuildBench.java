package se.lyhord.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Part;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** Lets the tally-projector forget what topics tell and read it again, as an operator would. */
final class RebuildBench implements Session.Measuring {

    private static final String GROUP = "tally-projector";
    private static final Duration VOTES = Duration.ofSeconds(3);
    private static final Duration OPEN = Duration.ofSeconds(40);
    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int REQUESTS = 2;
    private static final int EACH = 32;
    private static final int MOST_PSEUDONYMS = 50_000_000;
    private static final int A_QUESTION = 100;

    private final int petitions;
    private final int closed;
    private final int rounds;
    private final Demands demands = new Demands();

    /**
     * @param petitions how many are open
     * @param closed how many are certified
     */
    RebuildBench(int petitions, int closed, int rounds) {
        this.petitions = petitions;
        this.closed = closed;
        this.rounds = rounds;
    }

    /**
     * One rebuild.
     *
     * @param readySeconds from the start of the process until it is ready
     * @param wholeSeconds until every answer is what it was
     * @param events applied from the topics
     * @param cpuMs processor time of the projector, its start included
     */
    record Round(double readySeconds, double wholeSeconds, long events, double cpuMs) {}

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<UUID> certified = system.open(closed, "PT" + OPEN.toSeconds() + "S");
        long castOnCertified = vote(system, certified);
        List<UUID> open = system.open(petitions);
        long castOnOpen = vote(system, open);
        List<UUID> all = new ArrayList<>(certified);
        all.addAll(open);
        System.out.println("Petitions are being certified and counts told.");
        if (!Conditions.within(
                AT_MOST,
                BETWEEN_LOOKS,
                () ->
                        certified.stream().allMatch(system::isCertified)
                                && sum(system, all) == castOnCertified + castOnOpen)) {
            throw new LocalFailure("Counts and certificates take too long.");
        }
        List<Round> measured = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            System.out.printf("Round %d of %d.%n", number, rounds);
            measured.add(round(system, all, certified));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("petitions", petitions + closed);
        figures.put("votes", castOnCertified + castOnOpen);
        figures.put("rounds", measured);
        return new Outcome(table(measured), figures, demands);
    }

    private static long vote(BenchSystem system, List<UUID> petitions) throws Exception {
        Ballots ballots = new Ballots(petitions, MOST_PSEUDONYMS, System.nanoTime());
        for (int run = 0; run < Math.min(petitions.size(), 5); run++) {
            ballots.newRun();
            new Load(
                            system.votingInstances(),
                            new DirectVotes(ballots, system.local().voterTokenKeys(), EACH))
                    .closedLoop(REQUESTS, VOTES.dividedBy(3));
        }
        return ballots.acknowledged().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(BenchSystem system, List<UUID> petitions) {
        return petitions.stream().mapToLong(system::count).sum();
    }

    private Round round(BenchSystem system, List<UUID> known, List<UUID> certified)
            throws Exception {
        Map<String, byte[]> before = answers(system, known, certified);
        Part projector = system.local().instances(Service.TALLY).getFirst();
        projector.stop();
        long forgotten = forget(system);
        long start = System.nanoTime();
        projector.start();
        double ready = seconds(start);
        boolean same =
                Conditions.within(
                        AT_MOST,
                        BETWEEN_LOOKS,
                        () -> differing(before, answers(system, known, certified)).isEmpty());
        double whole = seconds(start);
        double cpu = ServerCpu.tree(projector.pid());
        List<String> other = differing(before, answers(system, known, certified));
        demands.check(
                "every answer is the one before, byte for byte",
                same && other.isEmpty(),
                "%d answers, different %s",
                before.size(),
                other);
        boolean all = Conditions.within(AT_MOST, BETWEEN_LOOKS, () -> applied(system) == forgotten);
        long applied = applied(system);
        demands.check(
                "as many events are applied as had been forgotten",
                all,
                "%d of %d",
                applied,
                forgotten);
        return new Round(ready, whole, applied, cpu);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<String, byte[]> answers(
            BenchSystem system, List<UUID> all, List<UUID> certified) {
        String tallies = system.local().plan().url(Service.TALLY) + "/api/v1/tallies";
        List<String> paths = new ArrayList<>();
        for (int from = 0; from < all.size(); from += A_QUESTION) {
            paths.add(
                    "?petition="
                            + all.subList(from, Math.min(all.size(), from + A_QUESTION)).stream()
                                    .map(UUID::toString)
                                    .collect(Collectors.joining(",")));
        }
        for (UUID petition : all) {
            paths.add("/" + petition);
            paths.add("/" + petition + "/history");
            paths.add("/" + petition + "/history.csv");
        }
        for (UUID petition : certified) {
            for (String file : List.of("trackers.txt", "certificate.json", "certificate.sig")) {
                paths.add("/" + petition + "/" + file);
            }
        }
        paths.add("/keys");
        Map<String, byte[]> answers = new HashMap<>();
        paths.forEach(path -> answers.put(path, Download.of(tallies + path)));
        return answers;
    }

    private static List<String> differing(Map<String, byte[]> before, Map<String, byte[]> after) {
        return before.keySet().stream()
                .filter(path -> !Arrays.equals(before.get(path), after.get(path)))
                .sorted()
                .toList();
    }

    /** As docs/operations.md says. Returns how many events had been applied. */
    private static long forget(BenchSystem system)
            throws SQLException, InterruptedException, ExecutionException {
        long applied = applied(system);
        try (Connection connection = owner(system.local());
                var statement = connection.createStatement()) {
            statement.execute("SELECT forget_what_topics_tell()");
        }
        if (applied(system) != 0 || applied == 0) {
            throw new LocalFailure("The tally-projector has nothing to forget, or did not.");
        }
        String servers = system.local().kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        }
        return applied;
    }

    private static long applied(BenchSystem system) {
        try (Connection connection = owner(system.local());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT coalesce(sum(number), 0) FROM inbox_position")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new LocalFailure("The tally-projector's inbox cannot be read.", e);
        }
    }

    private static Connection owner(LocalSystem system) throws SQLException {
        return DriverManager.getConnection(
                system.mainCluster().url("tally"),
                "tally_owner",
                system.secrets().get("tally-projector", "spring.flyway.password"));
    }

    private static List<String> table(List<Round> rounds) {
        return List.of(
                "%-46s %24s".formatted("", "median (min–max)"),
                line("ready again, seconds", "%.1f", rounds.stream().map(Round::readySeconds)),
                line(
                        "says what it said, seconds",
                        "%.1f",
                        rounds.stream().map(Round::wholeSeconds)),
                line("processor time, ms", "%.0f", rounds.stream().map(Round::cpuMs)));
    }

    private static String line(String what, String format, Stream<Double> figures) {
        return "%-46s %24s".formatted(what, Figures.cell(format, Spread.of(figures.toList())));
    }
}
