package se.lyhord.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.benchmark.measure.ProcessMemory;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.local.run.TestPersons;

/** Offers as many votes as are taken, twice as many and four times as many, at both doors. */
final class OverloadBench implements Session.Measuring {

    /** The longest an accepted vote may take, 99 in 100: what a voter waits for without a doubt. */
    static final double MOST_P99_MS = 3_000;

    private static final List<Integer> FACTORS = List.of(1, 2, 4);
    private static final List<String> SERVERS = List.of("identity-gateway", "voting-service");
    private static final int PETITIONS = 10;

    /** Votes of a request straight at the voting service, as the gateway gathers them. */
    private static final int GATHERED = 32;

    /** As many votes in fewer requests, and still more than its queue takes. */
    private static final int FEWER_CONNECTIONS = 8;

    private static final int SATURATING = 64;
    private static final int MOST_PSEUDONYMS = 50_000_000;
    private static final long SEED = 20_261_128;
    private static final double MOST_LOST = 3;
    private static final double MORE_RESIDENT_MB = 200;
    private static final double MORE_HEAP_MB = 40;

    private final Duration warmUp;
    private final Duration length;
    private final int rounds;
    private final int connections;
    private final Demands demands = new Demands();
    private final Map<Kind, List<Run>> runs = new LinkedHashMap<>();

    OverloadBench(Duration warmUp, Duration length, int rounds, int connections) {
        this.warmUp = warmUp;
        this.length = length;
        this.rounds = rounds;
        this.connections = connections;
    }

    /**
     * One of the two ways in.
     *
     * @param each votes of a request
     */
    private record Door(
            String name,
            Ballots ballots,
            Supplier<Shot> votes,
            int each,
            List<InetSocketAddress> servers) {

        Load.Result saturate(Duration length) throws IOException {
            return new Load(servers, votes).closedLoop(SATURATING / each, length);
        }

        /**
         * @param connections if each carries one vote
         * @param rate votes a second
         */
        Load.Result offer(int connections, Duration length, double rate) throws IOException {
            int used = each == 1 ? connections : Math.max(1, connections / FEWER_CONNECTIONS);
            return new Load(servers, votes).regardless(used, length, rate / each);
        }
    }

    /**
     * Runs that are compared.
     *
     * @param factor offered, as a multiple of what is taken
     */
    private record Kind(String door, int factor) {}

    /**
     * One run.
     *
     * @param offered votes a second
     * @param accepted votes a second
     * @param busy answers a second to come again
     * @param notSent votes a second that found every connection waiting
     * @param p50Ms half of the accepted took at most this long
     * @param p99Ms all but a hundredth of them
     * @param cpuMsPerAccepted processor time of the servers, refusals included
     */
    record Run(
            double offered,
            double accepted,
            double busy,
            double notSent,
            double p50Ms,
            double p99Ms,
            double cpuMsPerAccepted) {}

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<UUID> petitions = system.open(PETITIONS);
        Ballots citizens = new Ballots(petitions, TestPersons.NUMBER, SEED);
        Ballots pseudonyms = new Ballots(petitions, MOST_PSEUDONYMS, SEED + 1);
        String host = system.local().plan().publicUrl().substring("http://".length());
        List<Door> doors =
                List.of(
                        new Door(
                                "direct",
                                pseudonyms,
                                new DirectVotes(
                                        pseudonyms, system.local().voterTokenKeys(), GATHERED),
                                GATHERED,
                                system.votingInstances()),
                        new Door(
                                "gateway",
                                citizens,
                                new GatewayVotes(citizens, system.local().sessionKeys(), host),
                                1,
                                List.of(system.gateway())));
        ServerCpu cpu = system.cpu();
        System.out.println("Warming up.");
        for (Door door : doors) {
            door.ballots().newRun();
            Load.Result full = door.saturate(warmUp);
            // The first flood fills the heap to its limit, which no later one may exceed.
            run(door, FACTORS.getLast() * taken(door, full), cpu);
        }
        Map<String, ProcessMemory> before = memory(system);
        for (int number = 1; number <= rounds; number++) {
            System.out.printf("Round %d of %d.%n", number, rounds);
            for (Door door : doors) {
                round(door, cpu);
            }
        }
        Map<String, ProcessMemory> after = memory(system);
        checkRuns();
        checkMemory(before, after);
        Checks checks = new Checks(system, petitions);
        Checks.Result votes = checks.check("overload", List.of(citizens, pseudonyms), 0);
        demands.check(
                "accepted = stored = counted, but for those told to come again",
                votes.holds(),
                "%s",
                votes);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", figures());
        figures.put("memoryBefore", before);
        figures.put("memoryAfter", after);
        return new Outcome(table(before, after), figures, demands);
    }

    private void round(Door door, ServerCpu cpu) throws Exception {
        door.ballots().newRun();
        double taken = taken(door, door.saturate(length));
        for (int factor : FACTORS) {
            Run run = run(door, factor * taken, cpu);
            System.out.printf(
                    Locale.ROOT,
                    "  %-8s %d × %5.0f/s: accepted %5.0f/s, p99 %6.0f ms, busy %5.0f/s,"
                            + " not sent %5.0f/s%n",
                    door.name(),
                    factor,
                    taken,
                    run.accepted(),
                    run.p99Ms(),
                    run.busy(),
                    run.notSent());
            runs.computeIfAbsent(new Kind(door.name(), factor), none -> new ArrayList<>()).add(run);
        }
    }

    private static double taken(Door door, Load.Result result) {
        return door.ballots().accepted().size() / (result.nanos() / 1e9);
    }

    private Run run(Door door, double rate, ServerCpu cpu) throws Exception {
        Ballots ballots = door.ballots();
        ballots.newRun();
        Map<String, Double> before = cpu.millis();
        Load.Result result = door.offer(connections, length, rate);
        double used =
                ServerCpu.between(before, cpu.millis()).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        double seconds = length.toMillis() / 1e3;
        int accepted = ballots.accepted().size();
        return new Run(
                rate,
                accepted / seconds,
                ballots.busy() / seconds,
                result.notSent() * door.each() / seconds,
                ballots.accepted().millis(0.5),
                ballots.accepted().millis(0.99),
                used / Math.max(1, accepted));
    }

    private static Map<String, ProcessMemory> memory(BenchSystem system) throws Exception {
        Map<String, ProcessMemory> memory = new TreeMap<>();
        for (Map.Entry<Long, String> server : system.servers().entrySet()) {
            if (SERVERS.contains(server.getValue())) {
                memory.put(server.getValue(), ProcessMemory.of(server.getKey()));
            }
        }
        return memory;
    }

    private void checkRuns() {
        runs.forEach(
                (kind, some) -> {
                    Spread p99 = spread(some, Run::p99Ms);
                    demands.check(
                            "%s, %d times what is taken: accepted votes do not wait long"
                                    .formatted(kind.door(), kind.factor()),
                            p99.median() <= MOST_P99_MS,
                            "p99 %.0f ms of %.0f ms",
                            p99.median(),
                            MOST_P99_MS);
                });
        for (String door : List.of("direct", "gateway")) {
            List<Run> most = runs.getOrDefault(new Kind(door, FACTORS.getLast()), List.of());
            double offered = spread(most, Run::offered).median();
            demands.check(
                    door + ", at the most: refusals are 503 with Retry-After",
                    spread(most, Run::busy).median() > 0,
                    "%.0f/s of %.0f/s offered",
                    spread(most, Run::busy).median(),
                    offered);
            checkTaken(door, 2, 1.25);
            // Refusing, and offering four times as much, take their share of two cores.
            checkTaken(door, FACTORS.getLast(), MOST_LOST);
        }
    }

    private void checkTaken(String door, int factor, double mostLost) {
        double once =
                spread(runs.getOrDefault(new Kind(door, 1), List.of()), Run::accepted).median();
        double then =
                spread(runs.getOrDefault(new Kind(door, factor), List.of()), Run::accepted)
                        .median();
        demands.check(
                "%s, %d times what is taken: at least %.0f %% of it is"
                        .formatted(door, factor, 100 / mostLost),
                mostLost * then >= once,
                "%.0f/s and %.0f/s",
                then,
                once);
    }

    private void checkMemory(Map<String, ProcessMemory> before, Map<String, ProcessMemory> after) {
        before.forEach(
                (name, then) -> {
                    ProcessMemory now = after.getOrDefault(name, new ProcessMemory(1e9, 1e9));
                    demands.check(
                            name + ": memory is what it was",
                            now.residentMb() <= then.residentMb() + MORE_RESIDENT_MB
                                    && now.heapMb() <= then.heapMb() + MORE_HEAP_MB,
                            "resident %.0f then %.0f MB, heap %.0f then %.0f MB",
                            then.residentMb(),
                            now.residentMb(),
                            then.heapMb(),
                            now.heapMb());
                });
    }

    private static Spread spread(List<Run> some, ToDoubleFunction<Run> figure) {
        return Spread.of(some.stream().map(figure::applyAsDouble).toList());
    }

    private List<Map<String, Object>> figures() {
        List<Map<String, Object>> all = new ArrayList<>();
        runs.forEach(
                (kind, some) ->
                        all.add(
                                Map.of(
                                        "door", kind.door(),
                                        "factor", kind.factor(),
                                        "accepted", spread(some, Run::accepted),
                                        "p99Ms", spread(some, Run::p99Ms),
                                        "rounds", some)));
        return all;
    }

    private List<String> table(
            Map<String, ProcessMemory> before, Map<String, ProcessMemory> after) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-14s %18s %18s %18s %18s %18s %20s %20s"
                        .formatted(
                                "",
                                "offered/s",
                                "accepted/s",
                                "503/s",
                                "not sent/s",
                                "p50 ms",
                                "p99 ms of accepted",
                                "CPU ms an accepted"));
        runs.forEach(
                (kind, some) ->
                        lines.add(
                                "%-14s %18s %18s %18s %18s %18s %20s %20s"
                                        .formatted(
                                                kind.door() + " " + kind.factor() + "×",
                                                cell("%.0f", some, Run::offered),
                                                cell("%.0f", some, Run::accepted),
                                                cell("%.0f", some, Run::busy),
                                                cell("%.0f", some, Run::notSent),
                                                cell("%.0f", some, Run::p50Ms),
                                                cell("%.0f", some, Run::p99Ms),
                                                cell("%.2f", some, Run::cpuMsPerAccepted))));
        lines.add("Memory before: " + before);
        lines.add("Memory after:  " + after);
        return lines;
    }

    private static String cell(String format, List<Run> some, ToDoubleFunction<Run> figure) {
        return Figures.cell(format, spread(some, figure));
    }
}
