package se.lyhord.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import se.lyhord.benchmark.measure.Latencies;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;

/** The reference through JDBC, where pgbench is missing and to compare with it. */
final class JdbcReference {

    private static final int REPEATED = 2_000;

    private final Reference reference;

    JdbcReference(Reference reference) {
        this.reference = reference;
    }

    Measurement run(Duration length, ServerCpu cpu)
            throws SQLException, InterruptedException, ExecutionException {
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Reference.CLIENTS; i++) {
                connections.add(reference.connect());
            }
            double load = Runs.ownCpuMillis();
            var before = cpu.millis();
            long start = System.nanoTime();
            long end = start + length.toNanos();
            List<Future<List<Long>>> clients = new ArrayList<>();
            for (Connection connection : connections) {
                clients.add(threads.submit(() -> insertUntil(end, connection)));
            }
            Latencies latencies = new Latencies();
            for (Future<List<Long>> client : clients) {
                client.get().forEach(latencies::add);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Measurement(
                    latencies.size(),
                    latencies.size() / seconds,
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    ServerCpu.between(before, cpu.millis()),
                    Runs.ownCpuMillis() - load);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static List<Long> insertUntil(long end, Connection connection) throws SQLException {
        List<Long> times = new ArrayList<>();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO vote (petition, hash) VALUES (?, sha256(int8send(?)))"
                                + " ON CONFLICT DO NOTHING")) {
            for (long now = System.nanoTime(); now < end; ) {
                insert.setInt(1, Math.max(1, random.nextInt(1, 251) - 200));
                insert.setLong(
                        2, random.nextInt(20) == 0 ? random.nextInt(REPEATED) : random.nextLong());
                insert.executeUpdate();
                long after = System.nanoTime();
                times.add(after - now);
                now = after;
            }
        }
        return times;
    }
}
