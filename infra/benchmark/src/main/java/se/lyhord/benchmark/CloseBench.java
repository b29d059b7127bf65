package se.lyhord.benchmark;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;

/** Fills one box after another and lets each close by the real route. */
final class CloseBench implements Session.Measuring {

    static final double GOAL_SECONDS = 60;

    private static final Duration CAST = Duration.ofSeconds(2);
    private static final int REQUESTS = 2;
    private static final int EACH = 32;
    private static final int MOST_PSEUDONYMS = 50_000_000;
    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final long votes;
    private final int rounds;
    private final Duration period;
    private final Demands demands = new Demands();

    /**
     * @param votes in each box
     * @param period how long each is open; it must be full by then
     */
    CloseBench(long votes, int rounds, Duration period) {
        this.votes = votes;
        this.rounds = rounds;
        this.period = period;
    }

    /**
     * One close.
     *
     * @param votes that were counted
     * @param fillSeconds how long it took to write them
     * @param seconds from event to event, in the order in which they come
     * @param wholeSeconds from PetitionClosed to PetitionCertified
     * @param cpuMs processor time of the servers in that time, by process
     */
    record Round(
            long votes,
            double fillSeconds,
            Map<String, Double> seconds,
            double wholeSeconds,
            Map<String, Double> cpuMs) {}

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<Round> all = new ArrayList<>();
        try (TopicWatch watch = new TopicWatch(system.local().kafka().bootstrapServers())) {
            for (int number = 1; number <= rounds; number++) {
                System.out.printf("Round %d of %d.%n", number, rounds);
                all.add(round(system, watch));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("votes", votes);
        figures.put("goalSeconds", GOAL_SECONDS);
        figures.put("seconds", Spread.of(wholes(all)));
        figures.put("rounds", all);
        return new Outcome(table(all), figures, demands);
    }

    private Round round(BenchSystem system, TopicWatch watch) throws Exception {
        UUID petition = system.open(1, "PT" + period.toSeconds() + "S").getFirst();
        BallotBoxFiller filler = new BallotBoxFiller(system.local(), petition, votes);
        long start = System.nanoTime();
        filler.fill();
        double fillSeconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("  %d votes written in %.1f s.%n", votes, fillSeconds);
        long counted = votes + cast(system, petition);
        demands.check(
                "the count told while the box is open is all votes",
                Conditions.within(period, BETWEEN_LOOKS, () -> system.count(petition) == counted),
                "%d of %d",
                system.count(petition),
                counted);

        await(watch, petition, "PetitionClosed");
        ServerCpu cpu = system.cpu();
        Map<String, Double> before = cpu.millis();
        await(watch, petition, "PetitionCertified");
        Map<String, Double> used = ServerCpu.between(before, cpu.millis());
        Map<String, Double> seconds = seconds(watch, petition);
        double whole = between(watch, petition, "PetitionClosed", "PetitionCertified");
        System.out.printf(Locale.ROOT, "  Closed in %.1f s: %s%n", whole, seconds);
        demands.check(
                "closed within the goal",
                whole <= GOAL_SECONDS,
                "%.1f s of %.0f s",
                whole,
                GOAL_SECONDS);
        PublishedTally.of(system, petition).check(filler.counted(), counted, demands);
        return new Round(counted, fillSeconds, seconds, whole, used);
    }

    /** By the voting service itself, which also makes it count the box. */
    private static long cast(BenchSystem system, UUID petition) throws Exception {
        Ballots ballots = new Ballots(List.of(petition), MOST_PSEUDONYMS, System.nanoTime());
        ballots.newRun();
        List<InetSocketAddress> servers = system.votingInstances();
        new Load(servers, new DirectVotes(ballots, system.local().voterTokenKeys(), EACH))
                .closedLoop(REQUESTS, CAST);
        if (ballots.unexpected() > 0 || !ballots.toldToComeAgain().isEmpty()) {
            throw new LocalFailure("Votes cast before the close were not all counted.");
        }
        return ballots.acknowledged().getOrDefault(petition, 0L);
    }

    private void await(TopicWatch watch, UUID petition, String event) {
        if (!Conditions.within(AT_MOST, BETWEEN_LOOKS, () -> watch.time(petition, event) != null)) {
            throw new LocalFailure("No " + event + " within " + AT_MOST.toMinutes() + " minutes.");
        }
    }

    private static Map<String, Double> seconds(TopicWatch watch, UUID petition) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        step(seconds, watch, petition, "PetitionClosed", "BallotBoxFenced");
        step(seconds, watch, petition, "BallotBoxFenced", "TallyFinalized");
        step(seconds, watch, petition, "TallyFinalized", "SaltShredded");
        step(seconds, watch, petition, "TallyFinalized", "PseudonymKeyShredded");
        step(seconds, watch, petition, "SaltShredded", "BallotBoxPurged");
        step(seconds, watch, petition, "BallotBoxPurged", "PetitionCertified");
        return seconds;
    }

    private static void step(
            Map<String, Double> seconds, TopicWatch watch, UUID petition, String from, String to) {
        seconds.put(from + " to " + to, between(watch, petition, from, to));
    }

    private static double between(TopicWatch watch, UUID petition, String from, String to) {
        Instant start = Objects.requireNonNull(watch.time(petition, from), from);
        Instant end = Objects.requireNonNull(watch.time(petition, to), to);
        return Duration.between(start, end).toMillis() / 1e3;
    }

    private static List<Double> wholes(List<Round> all) {
        return all.stream().map(Round::wholeSeconds).toList();
    }

    private List<String> table(List<Round> all) {
        List<String> lines = new ArrayList<>();
        lines.add("%-46s %24s".formatted("seconds, " + votes + " votes", "median (min–max)"));
        for (String step : all.getFirst().seconds().keySet()) {
            lines.add(
                    line(
                            step,
                            all.stream()
                                    .map(round -> round.seconds().getOrDefault(step, 0.0))
                                    .toList()));
        }
        lines.add(line("PetitionClosed to PetitionCertified", wholes(all)));
        lines.add("Processor time in that time, ms: " + Figures.medians(cpu(all)));
        return lines;
    }

    private static List<Map<String, Double>> cpu(List<Round> all) {
        return all.stream().map(Round::cpuMs).toList();
    }

    private static String line(String what, List<Double> seconds) {
        return "%-46s %24s".formatted(what, Figures.cell("%.1f", Spread.of(seconds)));
    }
}
