package se.lyhord.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.benchmark.measure.Spread;
import se.lyhord.local.Folders;
import se.lyhord.local.run.TestPersons;

/**
 * Reads a petition's page, the list and a count through the gateway, in turn with nginx that serves
 * the same bytes from files, while citizens vote at half of what the gateway takes.
 */
final class PagesBench implements Session.Measuring {

    /** What is aimed at of what nginx does. */
    static final double LEAST_RATIO = 0.25;

    /** A whole answer is kept for a second, and what it is made of for another. */
    static final double MOST_COUNT_AGE_SECONDS = 3;

    private static final int PETITIONS = 25;
    private static final int VOTING_CONNECTIONS = 64;
    private static final long SEED = 20_261_202;

    private final Path folder;
    private final @Nullable Path nginx;
    private final Duration warmUp;
    private final Duration length;
    private final int rounds;
    private final List<Integer> concurrency;
    private final Demands demands = new Demands();
    private final Map<Kind, List<Measurement>> runs = new LinkedHashMap<>();
    private final AtomicLong unexpected = new AtomicLong();

    /**
     * @param folder for nginx and what it serves
     * @param nginx the program; null if there is none, then nothing is compared
     */
    PagesBench(
            Path folder,
            @Nullable Path nginx,
            Duration warmUp,
            Duration length,
            int rounds,
            List<Integer> concurrency) {
        this.folder = folder;
        this.nginx = nginx;
        this.warmUp = warmUp;
        this.length = length;
        this.rounds = rounds;
        this.concurrency = concurrency;
    }

    /** What is read. */
    private record Read(String name, String path) {}

    /** Runs that are compared. */
    private record Kind(String read, String server, int connections) {

        @Override
        public String toString() {
            return "%s, %s, %d connections".formatted(read, server, connections);
        }
    }

    @Override
    public Outcome measure(BenchSystem system) throws Exception {
        List<UUID> petitions = system.open(PETITIONS);
        String petition = petitions.getFirst().toString();
        List<Read> reads =
                List.of(
                        new Read("petition", "/forslag/" + petition),
                        new Read("list", "/forslag"),
                        new Read("count", "/api/v1/tallies/" + petition));
        Ballots citizens = new Ballots(petitions, TestPersons.NUMBER, SEED);
        String host = system.local().plan().publicUrl().substring("http://".length());
        GatewayVotes votes = new GatewayVotes(citizens, system.local().sessionKeys(), host);
        ServerCpu cpu = system.cpu();
        System.out.println("Warming up.");
        double rate = half(system, citizens, votes);
        for (Read read : reads) {
            read(system.gateway(), read, VOTING_CONNECTIONS, warmUp, cpu);
        }
        System.out.printf(Locale.ROOT, "Citizens vote, %.0f a second.%n", rate);
        citizens.newRun();
        try (Nginx files = nginx == null ? null : serve(system, nginx, reads);
                CountWatch counts = watch(system, petitions)) {
            for (int number = 1; number <= rounds; number++) {
                System.out.printf("Round %d of %d.%n", number, rounds);
                CompletableFuture<Void> voting = vote(system, votes, reads.size(), rate);
                for (Read read : reads) {
                    for (int connections : concurrency) {
                        if (files != null) {
                            double before = files.cpuMillis();
                            Measurement run = read(files.address(), read, connections, length, cpu);
                            double used = files.cpuMillis() - before;
                            note(new Kind(read.name(), "nginx", connections), run, used);
                        }
                        double before = gateway(cpu);
                        Measurement run = read(system.gateway(), read, connections, length, cpu);
                        double used = gateway(cpu) - before;
                        note(new Kind(read.name(), "gateway", connections), run, used);
                    }
                }
                voting.join();
            }
            demands.check(
                    "counts are as new as promised",
                    counts.oldestSeconds() <= MOST_COUNT_AGE_SECONDS && counts.different() > 1,
                    "%.1f s at the oldest, %d different ones seen",
                    counts.oldestSeconds(),
                    counts.different());
        }
        demands.check(
                "every page was given", unexpected.get() == 0, "%d were not", unexpected.get());
        Checks.Result stored = new Checks(system, petitions).check("pages", List.of(citizens), 0);
        demands.check(
                "accepted = stored = counted, but for those told to come again",
                stored.holds(),
                "%s",
                stored);
        checkRatios(reads);
        return new Outcome(table(), figures(rate), demands);
    }

    private double half(BenchSystem system, Ballots citizens, GatewayVotes votes)
            throws IOException {
        for (Duration time : List.of(warmUp, length)) {
            citizens.newRun();
            new Load(List.of(system.gateway()), votes).closedLoop(VOTING_CONNECTIONS, time);
        }
        return citizens.accepted().size() / (length.toMillis() / 1e3) / 2;
    }

    private CompletableFuture<Void> vote(
            BenchSystem system, GatewayVotes votes, int reads, double rate) {
        int servers = nginx == null ? 1 : 2;
        Duration whole = length.multipliedBy((long) reads * servers * concurrency.size());
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        new Load(List.of(system.gateway()), votes)
                                .atRate(VOTING_CONNECTIONS, whole, rate);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static CountWatch watch(BenchSystem system, List<UUID> petitions) {
        return new CountWatch(petitions, system::count, system::countSeen);
    }

    private static double gateway(ServerCpu cpu) {
        return cpu.millis().getOrDefault("identity-gateway", 0.0);
    }

    private Measurement read(
            InetSocketAddress server, Read read, int connections, Duration time, ServerCpu cpu)
            throws IOException {
        byte[] request =
                """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept: text/html, application/json\r
                Accept-Language: sv\r
                Accept-Encoding: gzip\r
                \r
                """
                        .formatted(read.path())
                        .getBytes(StandardCharsets.US_ASCII);
        Supplier<Shot> shots =
                () ->
                        new Shot(
                                request,
                                1,
                                (answer, nanos) -> {
                                    if (answer.status() != 200) {
                                        unexpected.incrementAndGet();
                                    }
                                });
        return Runs.measure(List.of(server), shots, connections, time, 0, cpu);
    }

    /** Its own processor time takes the place of all servers', who take votes meanwhile. */
    private void note(Kind kind, Measurement run, double cpuMillis) {
        Measurement own =
                new Measurement(
                        run.operations(),
                        run.rate(),
                        run.p50Ms(),
                        run.p99Ms(),
                        Map.of(kind.server(), cpuMillis),
                        run.loadCpuMs());
        System.out.printf(
                Locale.ROOT,
                "  %-40s %7.0f /s  p99 %6.1f ms  %.3f CPU ms%n",
                kind,
                own.rate(),
                own.p99Ms(),
                own.cpuMsPerOp());
        runs.computeIfAbsent(kind, none -> new ArrayList<>()).add(own);
    }

    private Nginx serve(BenchSystem system, Path program, List<Read> reads) throws IOException {
        Folders.delete(folder);
        for (Read read : reads) {
            byte[] bytes = Download.of(system.local().plan().publicUrl() + read.path());
            // The list's path is the beginning of a petition's: a folder cannot be a file.
            Path file = folder.resolve("files").resolve(read.path().substring(1));
            Path place = read.name().equals("list") ? file.resolve("index.html") : file;
            Files.createDirectories(place.getParent());
            Files.write(place, packed(bytes));
        }
        return new Nginx(program, folder);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private void checkRatios(List<Read> reads) {
        if (nginx == null) {
            System.out.println("nginx is not there: nothing was compared.");
            return;
        }
        for (Read read : reads) {
            int connections = concurrency.getLast();
            double ratio = ratio(new Kind(read.name(), "gateway", connections));
            demands.check(
                    "%s, %d connections: at least %.2f of nginx"
                            .formatted(read.name(), connections, LEAST_RATIO),
                    ratio >= LEAST_RATIO,
                    "%.2f",
                    ratio);
        }
    }

    private double ratio(Kind kind) {
        List<Measurement> reference = runs.get(new Kind(kind.read(), "nginx", kind.connections()));
        return reference == null
                ? 0
                : spread(runs.getOrDefault(kind, List.of()), Measurement::rate).median()
                        / spread(reference, Measurement::rate).median();
    }

    private static Spread spread(List<Measurement> some, ToDoubleFunction<Measurement> figure) {
        return Spread.of(some, figure);
    }

    private Map<String, Object> figures(double rate) {
        List<Object> all = new ArrayList<>();
        Map<String, Object> whole = new LinkedHashMap<>();
        runs.forEach(
                (kind, some) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("rate", spread(some, Measurement::rate).median());
                    one.put("p50Ms", spread(some, Measurement::p50Ms).median());
                    one.put("p99Ms", spread(some, Measurement::p99Ms).median());
                    one.put("cpuMsPerOp", spread(some, Measurement::cpuMsPerOp).median());
                    one.put("ratio", ratio(kind));
                    if (kind.connections() == concurrency.getLast()) {
                        boolean reference = kind.server().equals("nginx");
                        whole.putIfAbsent(reference ? "reference" : kind.read(), one);
                    }
                    Map<String, Object> named = new LinkedHashMap<>();
                    named.put("read", kind.read());
                    named.put("server", kind.server());
                    named.put("connections", kind.connections());
                    named.putAll(one);
                    named.put("rounds", some);
                    all.add(named);
                });
        whole.put("votesPerSecond", rate);
        whole.put("runs", all);
        return whole;
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-40s %24s %16s %18s %22s %8s"
                        .formatted(
                                "",
                                "a second (min–max)",
                                "p50 ms",
                                "p99 ms",
                                "CPU ms",
                                "to nginx"));
        runs.forEach(
                (kind, some) ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "%-40s %24s %16s %18s %22s %8.2f",
                                        kind,
                                        cell("%.0f", some, Measurement::rate),
                                        cell("%.1f", some, Measurement::p50Ms),
                                        cell("%.1f", some, Measurement::p99Ms),
                                        cell("%.3f", some, Measurement::cpuMsPerOp),
                                        ratio(kind))));
        return lines;
    }

    private static String cell(
            String format, List<Measurement> some, ToDoubleFunction<Measurement> figure) {
        return Figures.cell(format, spread(some, figure));
    }
}
