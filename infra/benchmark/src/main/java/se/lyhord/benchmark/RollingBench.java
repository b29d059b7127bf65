package se.lyhord.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.local.Part;
import se.lyhord.local.Ports;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.TestPersons;

/**
 * Restarts the instances of the voting service one after the other while votes come through the
 * gateway. Whoever is told to come again does, with the same tracker.
 */
final class RollingBench implements Session.Measuring {

    private static final int PETITIONS = 5;
    private static final int CONNECTIONS = 256;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration CALM = Duration.ofSeconds(6);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final int MOST_LAST_WINDOWS = 30;
    private static final long SEED = 20_261_129;

    private final double rate;
    private final int rounds;
    private final Demands demands = new Demands();

    /**
     * @param rate votes a second
     * @param rounds how often each instance is restarted
     */
    RollingBench(double rate, int rounds) {
        this.rate = rate;
        this.rounds = rounds;
    }

    /**
     * A few seconds of votes.
     *
     * @param restarting whether an instance was away for some of them
     * @param accepted votes acknowledged
     * @param busy answers to come again
     * @param p99Ms all but a hundredth of the acknowledged took at most this long
     * @param mostMs the longest took so long
     */
    record Window(boolean restarting, long accepted, long busy, double p99Ms, double mostMs) {}

    /**
     * A restart.
     *
     * @param stopSeconds from the request to stop until the process had ended
     * @param startSeconds until it was ready again
     */
    record Restart(String instance, double stopSeconds, double startSeconds) {}

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<UUID> petitions = system.open(PETITIONS);
        Ballots citizens = new Ballots(petitions, TestPersons.NUMBER, SEED);
        citizens.newRun();
        citizens.comeAgainAfter(COME_AGAIN);
        String host = system.local().plan().publicUrl().substring("http://".length());
        GatewayVotes votes = new GatewayVotes(citizens, system.local().sessionKeys(), host);

        List<Window> windows = new ArrayList<>();
        List<Restart> restarts = new ArrayList<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<List<Restart>> restarting = thread.submit(() -> restartAll(system));
            while (!restarting.isDone()) {
                windows.add(window(system, citizens, votes));
            }
            restarts.addAll(restarting.get());
        }
        for (int more = 0; more < MOST_LAST_WINDOWS && citizens.anyComingAgain(); more++) {
            windows.add(window(system, citizens, votes));
        }
        check(windows, restarts, citizens);
        Checks.Result stored =
                new Checks(system, petitions).check("restarts", List.of(citizens), 0);
        demands.check(
                "accepted = stored = counted",
                stored.accepted() == stored.stored() && stored.stored() == stored.counted(),
                "%d = %d = %d",
                stored.accepted(),
                stored.stored(),
                stored.counted());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rate", rate);
        figures.put("restarts", restarts);
        figures.put("windows", windows);
        return new Outcome(table(windows, restarts), figures, demands);
    }

    /** With calm between restarts, which is measured as well, to compare them with. */
    private List<Restart> restartAll(BenchSystem system) throws InterruptedException {
        List<Restart> restarts = new ArrayList<>();
        Thread.sleep(CALM);
        for (int round = 1; round <= rounds; round++) {
            for (Part instance : system.local().instances(Service.VOTING)) {
                long start = System.nanoTime();
                instance.stop();
                long stopped = System.nanoTime();
                instance.start();
                long ready = System.nanoTime();
                Restart restart =
                        new Restart(
                                instance.name(), (stopped - start) / 1e9, (ready - stopped) / 1e9);
                restarts.add(restart);
                System.out.printf(
                        Locale.ROOT,
                        "  %s stopped in %.1f s, was ready again in %.1f s.%n",
                        restart.instance(),
                        restart.stopSeconds(),
                        restart.startSeconds());
                Thread.sleep(CALM);
            }
        }
        return restarts;
    }

    private Window window(BenchSystem system, Ballots citizens, GatewayVotes votes)
            throws Exception {
        citizens.newWindow();
        boolean before = isAnyAway(system);
        new Load(List.of(system.gateway()), votes).atRate(CONNECTIONS, WINDOW, rate);
        return new Window(
                before || isAnyAway(system),
                citizens.accepted().size(),
                citizens.busy(),
                citizens.accepted().millis(0.99),
                citizens.accepted().millis(1));
    }

    private static boolean isAnyAway(BenchSystem system) {
        return system.votingInstances().stream()
                .anyMatch(address -> !Ports.answers(address.getPort()));
    }

    private void check(List<Window> windows, List<Restart> restarts, Ballots citizens) {
        demands.check(
                "every instance was restarted",
                restarts.size() == 2 * rounds,
                "%d restarts",
                restarts.size());
        demands.check(
                "no vote fails: every answer is a receipt or 503 with Retry-After",
                citizens.unexpected() == 0,
                "%d other answers",
                citizens.unexpected());
        demands.check(
                "whoever was told to come again was counted then",
                !citizens.anyComingAgain(),
                "%d answers to come again",
                windows.stream().mapToLong(Window::busy).sum());
        demands.check(
                "votes are taken all the time",
                windows.stream().allMatch(window -> window.accepted() > 0),
                "at least %d in %d s",
                windows.stream().mapToLong(Window::accepted).min().orElse(0),
                WINDOW.toSeconds());
    }

    private List<String> table(List<Window> windows, List<Restart> restarts) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-34s %22s".formatted("%.0f votes a second".formatted(rate), "median (min–max)"));
        lines.add(
                line(
                        "seconds to stop",
                        "%.1f",
                        restarts.stream().map(Restart::stopSeconds).toList()));
        lines.add(
                line(
                        "seconds to be ready again",
                        "%.1f",
                        restarts.stream().map(Restart::startSeconds).toList()));
        for (boolean restarting : List.of(false, true)) {
            String when = restarting ? ", one away" : ", both there";
            List<Window> some =
                    windows.stream().filter(window -> window.restarting() == restarting).toList();
            if (!some.isEmpty()) {
                lines.add(line("p99 ms" + when, "%.0f", some.stream().map(Window::p99Ms).toList()));
                lines.add(
                        line(
                                "longest ms" + when,
                                "%.0f",
                                some.stream().map(Window::mostMs).toList()));
                lines.add(
                        "%-34s %22d"
                                .formatted(
                                        "answers 503" + when,
                                        some.stream().mapToLong(Window::busy).sum()));
            }
        }
        return lines;
    }

    private static String line(String what, String format, List<Double> figures) {
        return "%-34s %22s".formatted(what, Figures.cell(format, Spread.of(figures)));
    }
}
