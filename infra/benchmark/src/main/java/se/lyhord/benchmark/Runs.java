package se.lyhord.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import se.lyhord.benchmark.load.Load;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;

/** Runs load and measures it together with the servers' processor time. */
final class Runs {

    private static final double NANOS_PER_MILLI = 1e6;

    private Runs() {}

    /** As much as so many connections bear, or a fixed rate if one is given. */
    static Measurement measure(
            List<InetSocketAddress> servers,
            Supplier<Shot> shots,
            int connections,
            Duration length,
            double rate,
            ServerCpu cpu)
            throws IOException {
        double load = ownCpuMillis();
        var before = cpu.millis();
        Load source = new Load(servers, shots);
        Load.Result result =
                rate > 0
                        ? source.atRate(connections, length, rate)
                        : source.closedLoop(connections, length);
        var used = ServerCpu.between(before, cpu.millis());
        int answered = result.latencies().size();
        return new Measurement(
                answered,
                answered / (result.nanos() / 1e9),
                result.latencies().millis(0.5),
                result.latencies().millis(0.99),
                used,
                ownCpuMillis() - load);
    }

    /** Processor time of this process, which makes the load. */
    static double ownCpuMillis() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS_PER_MILLI;
    }
}
