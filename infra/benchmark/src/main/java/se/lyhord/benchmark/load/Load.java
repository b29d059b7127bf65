package se.lyhord.benchmark.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import se.lyhord.benchmark.measure.Latencies;

/**
 * Keeps a number of connections busy from one thread. Either each sends its next request when the
 * last is answered, or requests fall due at a fixed rate; then a request's time counts from when it
 * was due, so that waiting for a free connection is not left out (G. Tene, "How not to measure
 * latency").
 */
public final class Load {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);
    private static final long MILLI = 1_000_000;
    private static final long SHORT_WAIT = 100_000;

    private final List<InetSocketAddress> servers;
    private final Supplier<Shot> shots;
    private final Latencies latencies = new Latencies();
    private final Deque<Line> idle = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private long notSent;

    /**
     * @param servers take connections in turn
     * @param shots what to send
     */
    public Load(List<InetSocketAddress> servers, Supplier<Shot> shots) {
        this.servers = servers;
        this.shots = shots;
    }

    /**
     * What came of it.
     *
     * @param latencies of every vote; those of one request have its time
     * @param nanos from the first request to the last answer
     * @param notSent requests that fell due while no connection was free, if those are left out
     */
    public record Result(Latencies latencies, long nanos, long notSent) {}

    /** As many requests as the connections bear. */
    public Result closedLoop(int connections, Duration length) throws IOException {
        return run(connections, length, 0, false);
    }

    /**
     * Requests at a fixed rate.
     *
     * @param perSecond how many fall due
     */
    public Result atRate(int connections, Duration length, double perSecond) throws IOException {
        return run(connections, length, (long) (1e9 / perSecond), false);
    }

    /**
     * Requests at a fixed rate, come what may: one that falls due while no connection is free is
     * left out, as somebody who finds the door closed.
     *
     * @param perSecond how many fall due
     */
    public Result regardless(int connections, Duration length, double perSecond)
            throws IOException {
        return run(connections, length, (long) (1e9 / perSecond), true);
    }

    private Result run(int connections, Duration length, long between, boolean leavesOut)
            throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                lines.add(new Line(selector, servers.get(i % servers.size())));
            }
            idle.addAll(lines);
            long start = System.nanoTime();
            long end = start + length.toNanos();
            long due = start;
            for (long now = start; now < end; now = System.nanoTime()) {
                while (!idle.isEmpty() && (between == 0 || due <= now)) {
                    idle.removeFirst().send(shots.get(), between == 0 ? System.nanoTime() : due);
                    due += between;
                }
                if (leavesOut) {
                    due = leaveOut(due, now, between);
                }
                boolean nothingDue = between != 0 && !idle.isEmpty();
                receive(selector, nothingDue ? Math.min(due, end) - now : end - now);
            }
            if (leavesOut) {
                leaveOut(due, end, between);
            }
            long limit = end + LAST_ANSWERS.toNanos();
            while (lines.stream().anyMatch(Line::isWaiting) && System.nanoTime() < limit) {
                receive(selector, 100 * MILLI);
            }
            long nanos = System.nanoTime() - start;
            for (Line line : lines) {
                if (line.isWaiting()) {
                    line.settle(Answer.NONE);
                }
                line.close();
            }
            return new Result(latencies, nanos, notSent);
        }
    }

    /** Gives up what is due by now; returns when the next is. */
    private long leaveOut(long due, long now, long between) {
        if (due > now) {
            return due;
        }
        long late = (now - due) / between + 1;
        notSent += late;
        return due + late * between;
    }

    /** Never busy while it waits: the servers need the processor. */
    private void receive(Selector selector, long nanos) throws IOException {
        if (nanos < MILLI) {
            if (selector.selectNow(this::receive) == 0) {
                LockSupport.parkNanos(Math.min(nanos, SHORT_WAIT));
            }
        } else {
            selector.select(this::receive, nanos / MILLI);
        }
    }

    private void receive(SelectionKey key) {
        Line line = (Line) key.attachment();
        Answer answer;
        try {
            answer = line.receive();
        } catch (IOException e) {
            answer = line.isWaiting() ? Answer.NONE : null;
            key.cancel();
        }
        if (answer != null) {
            int votes = line.votes();
            long nanos = line.settle(answer);
            for (int i = 0; i < votes; i++) {
                latencies.add(nanos);
            }
            idle.addLast(line);
        }
    }
}
