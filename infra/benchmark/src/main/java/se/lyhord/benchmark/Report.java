package se.lyhord.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.Spread;

/** Prints and writes what was measured. */
record Report(Results results, Map<String, Object> machine) {

    private static final double PER_MILLE = 1_000.0;

    void print(PrintStream out) {
        out.printf("%nMachine: %s%n%n", machine);
        out.printf(
                "%-34s %23s %16s %19s %19s %6s%n",
                "", "per second (min–max)", "p50 ms", "p99 ms", "CPU ms each", "to a");
        results.runs()
                .forEach(
                        (kind, runs) ->
                                out.printf(
                                        "%-34s %23s %16s %19s %19s %6.2f%n",
                                        kind.part() + ", " + kind.name(),
                                        cell("%.0f", runs, Measurement::rate),
                                        cell("%.1f", runs, Measurement::p50Ms),
                                        cell("%.1f", runs, Measurement::p99Ms),
                                        cell("%.3f", runs, Measurement::cpuMsPerOp),
                                        results.ratio(runs)));
        out.printf("%nCPU ms each, by process (median):%n");
        results.runs()
                .forEach(
                        (kind, runs) ->
                                out.printf(
                                        "%-34s %s, load %.3f%n",
                                        kind.part() + ", " + kind.name(),
                                        byProcess(runs),
                                        Spread.of(runs, Report::loadEach).median()));
        out.printf("%nChecks (accepted = stored = counted, but for those told to come again):%n");
        for (Checks.Result check : results.checks()) {
            out.printf(
                    "%s %-34s %d = %d = %d, told to come again %d, unexpected %d%n",
                    check.holds() ? "✓" : "✗",
                    check.after(),
                    check.accepted(),
                    check.stored(),
                    check.counted(),
                    check.busy(),
                    check.unexpected());
        }
    }

    private static String cell(
            String format, List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        return Figures.cell(format, Spread.of(runs, figure));
    }

    private static double loadEach(Measurement run) {
        return run.operations() == 0 ? 0 : run.loadCpuMs() / run.operations();
    }

    private static Map<String, Double> byProcess(List<Measurement> runs) {
        Map<String, List<Double>> all = new TreeMap<>();
        for (Measurement run : runs) {
            run.cpuMs()
                    .forEach(
                            (name, millis) ->
                                    all.computeIfAbsent(name, none -> new ArrayList<>())
                                            .add(millis / Math.max(1, run.operations())));
        }
        Map<String, Double> medians = new TreeMap<>();
        all.forEach((name, each) -> medians.put(name, rounded(Spread.of(each).median())));
        medians.values().removeIf(millis -> millis == 0);
        return medians;
    }

    void write(Path file) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            List<Measurement> heading = results.heading(part);
            if (heading != null) {
                whole.put(part.toString(), figures(heading));
            }
        }
        List<Object> all = new ArrayList<>();
        results.runs()
                .forEach(
                        (kind, runs) -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("part", kind.part().toString());
                            one.put("name", kind.name());
                            one.putAll(figures(runs));
                            one.put("cpuMsPerOpByProcess", byProcess(runs));
                            one.put("rounds", runs);
                            all.add(one);
                        });
        whole.put("runs", all);
        whole.put("checks", Map.of("hold", results.checksHold(), "each", results.checks()));
        whole.put("machine", machine);
        Session.write(file, whole);
    }

    private Map<String, Object> figures(List<Measurement> runs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rate", Spread.of(runs, Measurement::rate).median());
        figures.put("p50Ms", Spread.of(runs, Measurement::p50Ms).median());
        figures.put("p99Ms", Spread.of(runs, Measurement::p99Ms).median());
        figures.put("cpuMsPerOp", Spread.of(runs, Measurement::cpuMsPerOp).median());
        figures.put("ratio", results.ratio(runs));
        return figures;
    }

    private static double rounded(double number) {
        return Math.round(number * PER_MILLE) / PER_MILLE;
    }
}
