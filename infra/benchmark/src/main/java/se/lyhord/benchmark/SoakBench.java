package se.lyhord.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.measure.ProcessMemory;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.benchmark.measure.Trend;
import se.lyhord.local.run.TestPersons;

/**
 * Votes through the gateway at a steady rate. Between two windows every server's memory is looked
 * at, after a full collection where there is a Java heap.
 */
final class SoakBench implements Session.Measuring {

    /** What memory may rise by, from the first window to the last, however certain the rise is. */
    static final double MOST_MEMORY_RISE = 0.05;

    /** The same of latency and of processor time a vote: tables and their indexes grow. */
    static final double MOST_TIME_RISE = 0.25;

    private static final int PETITIONS = 20;
    private static final int CONNECTIONS = 256;
    private static final int SATURATING = 64;
    private static final Duration RATE_FROM = Duration.ofSeconds(15);
    private static final long SEED = 20_261_130;

    private final Duration window;
    private final int windows;
    private final Duration warmUp;
    private final double share;
    private final Demands demands = new Demands();

    /**
     * @param window how long votes come between two looks
     * @param windows at least five
     * @param share of the rate that is measured first
     */
    SoakBench(Duration window, int windows, Duration warmUp, double share) {
        this.window = window;
        this.windows = windows;
        this.warmUp = warmUp;
        this.share = share;
    }

    /**
     * One window.
     *
     * @param accepted votes a second
     * @param cpuMs processor time of all servers, a vote
     * @param memory at its end, by server
     */
    record Window(
            double accepted,
            double p50Ms,
            double p99Ms,
            double cpuMs,
            Map<String, ProcessMemory> memory) {}

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<UUID> petitions = system.open(PETITIONS);
        Ballots citizens = new Ballots(petitions, TestPersons.NUMBER, SEED);
        String host = system.local().plan().publicUrl().substring("http://".length());
        GatewayVotes votes = new GatewayVotes(citizens, system.local().sessionKeys(), host);
        System.out.println("Warming up.");
        citizens.newRun();
        load(system, votes).closedLoop(SATURATING, warmUp);
        citizens.newRun();
        Load.Result full = load(system, votes).closedLoop(SATURATING, RATE_FROM);
        double most = citizens.accepted().size() / (full.nanos() / 1e9);
        double rate = share * most;
        System.out.printf(Locale.ROOT, "%.0f of %.0f votes a second.%n", rate, most);
        memory(system);

        ServerCpu cpu = system.cpu();
        List<Window> all = new ArrayList<>();
        for (int number = 1; number <= windows; number++) {
            citizens.newRun();
            Map<String, Double> before = cpu.millis();
            load(system, votes).atRate(CONNECTIONS, window, rate);
            double used =
                    ServerCpu.between(before, cpu.millis()).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
            int accepted = citizens.accepted().size();
            all.add(
                    new Window(
                            accepted * 1e3 / window.toMillis(),
                            citizens.accepted().millis(0.5),
                            citizens.accepted().millis(0.99),
                            used / Math.max(1, accepted),
                            memory(system)));
            print(number, all.getLast());
        }
        checkTimes(all);
        checkMemory(all);
        Checks.Result stored = new Checks(system, petitions).check("soak", List.of(citizens), 0);
        demands.check(
                "accepted = stored = counted, but for those told to come again",
                stored.holds(),
                "%s",
                stored);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("most", most);
        figures.put("rate", rate);
        figures.put("windows", all);
        return new Outcome(table(all), figures, demands);
    }

    private static Load load(BenchSystem system, GatewayVotes votes) {
        return new Load(List.of(system.gateway()), votes);
    }

    private static Map<String, ProcessMemory> memory(BenchSystem system) throws Exception {
        Map<String, ProcessMemory> memory = new TreeMap<>();
        for (Map.Entry<Long, String> server : system.servers().entrySet()) {
            memory.put(server.getValue(), ProcessMemory.of(server.getKey()));
        }
        return memory;
    }

    private static void print(int number, Window window) {
        System.out.printf(
                Locale.ROOT,
                "  %2d: %5.0f/s  p50 %5.1f ms  p99 %6.1f ms  %.3f CPU ms%n",
                number,
                window.accepted(),
                window.p50Ms(),
                window.p99Ms(),
                window.cpuMs());
    }

    private void checkTimes(List<Window> all) {
        check("p50", all, Window::p50Ms, MOST_TIME_RISE);
        check("p99", all, Window::p99Ms, MOST_TIME_RISE);
        check("processor time a vote", all, Window::cpuMs, MOST_TIME_RISE);
    }

    private void checkMemory(List<Window> all) {
        for (String server : all.getFirst().memory().keySet()) {
            check(
                    server + ", resident memory",
                    all,
                    window -> memory(window, server).residentMb(),
                    MOST_MEMORY_RISE);
            if (memory(all.getFirst(), server).heapMb() > 0) {
                check(
                        server + ", heap after collection",
                        all,
                        window -> memory(window, server).heapMb(),
                        MOST_MEMORY_RISE);
            }
        }
    }

    private static ProcessMemory memory(Window window, String server) {
        return window.memory().getOrDefault(server, new ProcessMemory(0, 0));
    }

    private void check(
            String what, List<Window> all, ToDoubleFunction<Window> figure, double mostRise) {
        List<Double> figures = all.stream().map(figure::applyAsDouble).toList();
        Trend trend = Trend.of(figures);
        demands.check(
                what + " does not grow",
                !trend.grows(mostRise),
                "%s, rise %.1f %%%s",
                Figures.cell("%.1f", Spread.of(figures)),
                100 * trend.rise(),
                trend.isSignificant() ? "" : ", by chance");
    }

    private static List<String> table(List<Window> all) {
        List<String> lines = new ArrayList<>();
        lines.add("%-38s %26s".formatted("by window", "median (min–max)"));
        lines.add(line("accepted/s", "%.0f", all, Window::accepted));
        lines.add(line("p50 ms", "%.1f", all, Window::p50Ms));
        lines.add(line("p99 ms", "%.1f", all, Window::p99Ms));
        lines.add(line("CPU ms a vote", "%.3f", all, Window::cpuMs));
        for (String server : all.getFirst().memory().keySet()) {
            lines.add(
                    line(
                            server + ", resident MB",
                            "%.0f",
                            all,
                            window -> memory(window, server).residentMb()));
            lines.add(
                    line(
                            server + ", heap MB",
                            "%.1f",
                            all,
                            window -> memory(window, server).heapMb()));
        }
        return lines;
    }

    private static String line(
            String what, String format, List<Window> all, ToDoubleFunction<Window> figure) {
        return "%-38s %26s"
                .formatted(
                        what,
                        Figures.cell(
                                format,
                                Spread.of(all.stream().map(figure::applyAsDouble).toList())));
    }
}
