package se.lyhord.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import se.lyhord.benchmark.measure.Latencies;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.local.run.CitizenBrowser;
import se.lyhord.local.run.People;

/**
 * The whole path of a citizen: the vote button, the login at the test e-ID through Keycloak, the
 * confirm form and the receipt. Few people have a test e-ID, so it takes many petitions.
 */
final class FullPath {

    /** Different persons who may log in and vote. */
    private static final List<String> CITIZENS =
            List.of("tolvan", "anders", "beatrice", "cecilia", "doris", "erland", "frida", "greta");

    private static final int AT_ONCE = 4;

    private final String publicUrl;
    private final String password = People.read().eidPassword();
    private final Deque<Vote> left = new ArrayDeque<>();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private volatile long unexpected;

    private record Vote(UUID petition, String citizen) {}

    FullPath(String publicUrl, List<UUID> petitions) {
        this.publicUrl = publicUrl;
        for (UUID petition : petitions) {
            CITIZENS.forEach(citizen -> left.add(new Vote(petition, citizen)));
        }
    }

    /** How many petitions so many votes take. */
    static int petitionsFor(int votes) {
        return (votes + CITIZENS.size() - 1) / CITIZENS.size();
    }

    /** Lets so many vote, a few at the same time, each from a browser of their own. */
    Measurement run(int votes, ServerCpu cpu) throws InterruptedException, ExecutionException {
        double load = Runs.ownCpuMillis();
        var before = cpu.millis();
        long start = System.nanoTime();
        Latencies latencies = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Vote> now = IntStream.range(0, votes).mapToObj(i -> left.removeFirst()).toList();
            List<Future<Long>> times =
                    now.stream().map(vote -> threads.submit(() -> timed(vote))).toList();
            for (Future<Long> time : times) {
                latencies.add(time.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(
                votes,
                votes / seconds,
                latencies.millis(0.5),
                latencies.millis(0.99),
                ServerCpu.between(before, cpu.millis()),
                Runs.ownCpuMillis() - load);
    }

    private long timed(Vote vote) {
        long start = System.nanoTime();
        CitizenBrowser.Outcome outcome =
                new CitizenBrowser(publicUrl).vote(vote.petition(), vote.citizen(), password);
        if (outcome == CitizenBrowser.Outcome.COUNTED) {
            acknowledged.merge(vote.petition(), 1L, Long::sum);
        } else {
            refused();
        }
        return System.nanoTime() - start;
    }

    private synchronized void refused() {
        unexpected++;
    }

    Map<UUID, Long> acknowledged() {
        return new HashMap<>(acknowledged);
    }

    long unexpected() {
        return unexpected;
    }
}
