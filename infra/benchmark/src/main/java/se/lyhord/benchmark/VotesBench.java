package se.lyhord.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.local.run.TestPersons;

/** Measures all parts in turn, round after round, and checks the votes after every run. */
final class VotesBench {

    private static final long SEED = 20_261_124;

    /** Requests of many votes that are under way at the same time. */
    private static final int REQUESTS = 2;

    private static final int MOST_PSEUDONYMS = 50_000_000;

    private final BenchSystem system;
    private final VotesPlan plan;
    private final Path folder;
    private final Results results = new Results();
    private final Ballots citizens;
    private final Ballots pseudonyms;
    private final FullPath fullPath;
    private final Reference reference;
    private final Checks checks;
    private final ServerCpu cpu;

    VotesBench(BenchSystem system, VotesPlan plan, Path folder) throws SQLException {
        this.system = system;
        this.plan = plan;
        this.folder = folder;
        System.out.println("Petitions are being opened.");
        List<UUID> voted = system.open(plan.petitions());
        List<UUID> ofFullPath = system.open(FullPath.petitionsFor(plan.allLogins()));
        this.citizens = new Ballots(voted, TestPersons.NUMBER, SEED);
        this.pseudonyms = new Ballots(voted, MOST_PSEUDONYMS, SEED + 1);
        this.fullPath = new FullPath(system.local().plan().publicUrl(), ofFullPath);
        String password = system.local().secrets().get("postgres-votes", "reference.password");
        this.reference = new Reference(system.local().voteCluster(), password, folder);
        List<UUID> all = new ArrayList<>(voted);
        all.addAll(ofFullPath);
        this.checks = new Checks(system, all);
        this.cpu = system.cpu();
    }

    Results run() throws Exception {
        Files.createDirectories(folder);
        System.out.println("Warming up.");
        round(false, plan.warmUp());
        for (int number = 1; number <= plan.rounds(); number++) {
            System.out.printf("Round %d of %d.%n", number, plan.rounds());
            round(true, plan.length());
        }
        if (plan.profile()) {
            profile();
        }
        return results;
    }

    private void round(boolean counts, Duration length) throws Exception {
        if (plan.measures(Part.REFERENCE)) {
            reference(counts, length);
        }
        if (plan.measures(Part.DIRECT)) {
            for (int connections : plan.concurrency()) {
                int each = Math.ceilDiv(connections, REQUESTS);
                pseudonyms.newRun();
                keep(
                        counts,
                        kind(Part.DIRECT, REQUESTS + " × " + each + " votes", connections),
                        direct(REQUESTS, each, length));
                pseudonyms.newRun();
                keep(
                        counts,
                        new Results.Kind(Part.DIRECT, connections + " × 1 vote", false),
                        direct(connections, 1, length));
            }
        }
        if (plan.measures(Part.GATEWAY)) {
            double most = 0;
            for (int connections : plan.concurrency()) {
                citizens.newRun();
                Measurement full = gateway(connections, 0, length);
                most = Math.max(most, full.rate());
                keep(counts, kind(Part.GATEWAY, connections + " connections", connections), full);
            }
            citizens.newRun();
            Measurement half = gateway(plan.concurrency().getLast(), most / 2, length);
            keep(counts, new Results.Kind(Part.GATEWAY, "half load", false), half);
        }
        if (plan.measures(Part.FULL_PATH)) {
            Measurement logins = fullPath.run(plan.logins(), cpu);
            keep(counts, new Results.Kind(Part.FULL_PATH, "with login", true), logins);
        }
    }

    private Results.Kind kind(Part part, String name, int connections) {
        boolean first = plan.concurrency().getFirst() == connections;
        return new Results.Kind(part, name, first);
    }

    private void reference(boolean counts, Duration length) throws Exception {
        boolean pgbench = Reference.hasPgbench();
        if (pgbench) {
            Results.Kind kind = new Results.Kind(Part.REFERENCE, "pgbench", true);
            note(counts, kind, reference.pgbench(length, cpu));
        }
        Results.Kind kind = new Results.Kind(Part.REFERENCE, "JDBC", !pgbench);
        note(counts, kind, new JdbcReference(reference).run(length, cpu));
    }

    private Measurement direct(int connections, int each, Duration length) throws Exception {
        var votes = new DirectVotes(pseudonyms, system.local().voterTokenKeys(), each);
        return measured(length, votes, system.votingInstances(), connections, 0);
    }

    private Measurement gateway(int connections, double rate, Duration length) throws Exception {
        String host = system.local().plan().publicUrl().substring("http://".length());
        var votes = new GatewayVotes(citizens, system.local().sessionKeys(), host);
        return measured(length, votes, List.of(system.gateway()), connections, rate);
    }

    private Measurement measured(
            Duration length,
            java.util.function.Supplier<se.lyhord.benchmark.load.Shot> votes,
            List<java.net.InetSocketAddress> servers,
            int connections,
            double rate)
            throws Exception {
        return Runs.measure(servers, votes, connections, length, rate, cpu);
    }

    private void profile() throws Exception {
        int connections = plan.concurrency().getFirst();
        Recording recording = new Recording(folder);
        pseudonyms.newRun();
        recording.during(
                "direct",
                () -> direct(REQUESTS, Math.ceilDiv(connections, REQUESTS), plan.length()));
        citizens.newRun();
        recording.during("gateway", () -> gateway(connections, 0, plan.length()));
    }

    private void note(boolean counts, Results.Kind kind, Measurement measurement) {
        System.out.printf(
                "  %-32s %8.0f /s  p99 %7.1f ms  %.3f CPU ms%n",
                kind.part() + ", " + kind.name(),
                measurement.rate(),
                measurement.p99Ms(),
                measurement.cpuMsPerOp());
        if (counts) {
            results.add(kind, measurement);
        }
    }

    /** Votes are checked after the warm-up too. */
    private void keep(boolean counts, Results.Kind kind, Measurement measurement)
            throws SQLException {
        note(counts, kind, measurement);
        Map<UUID, Long> accepted = new HashMap<>(fullPath.acknowledged());
        for (Ballots ballots : List.of(citizens, pseudonyms)) {
            ballots.acknowledged().forEach((id, count) -> accepted.merge(id, count, Long::sum));
        }
        Map<UUID, Long> busy = new HashMap<>();
        for (Ballots ballots : List.of(citizens, pseudonyms)) {
            ballots.toldToComeAgain().forEach((id, count) -> busy.merge(id, count, Long::sum));
        }
        long unexpected = citizens.unexpected() + pseudonyms.unexpected() + fullPath.unexpected();
        results.add(checks.check(kind.part() + ", " + kind.name(), accepted, busy, unexpected));
    }
}
