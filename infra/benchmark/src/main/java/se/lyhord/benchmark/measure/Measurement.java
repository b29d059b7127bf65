package se.lyhord.benchmark.measure;

import java.util.Map;

/**
 * What one run came to.
 *
 * @param operations answered, whatever the answer
 * @param rate operations a second
 * @param p50Ms half of them took at most this long, in milliseconds
 * @param p99Ms all but a hundredth took at most this long
 * @param cpuMs processor time of the server processes in milliseconds, by process
 * @param loadCpuMs processor time of whoever made the load
 */
public record Measurement(
        long operations,
        double rate,
        double p50Ms,
        double p99Ms,
        Map<String, Double> cpuMs,
        double loadCpuMs) {

    /** Milliseconds of processor time an operation, over all server processes. */
    public double cpuMsPerOp() {
        double all = cpuMs.values().stream().mapToDouble(Double::doubleValue).sum();
        return operations == 0 ? 0 : all / operations;
    }
}
