package se.lyhord.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.Spread;

/** All measurements of all rounds. */
final class Results {

    private final Map<Kind, List<Measurement>> runs = new LinkedHashMap<>();
    private final List<Checks.Result> checks = new ArrayList<>();

    /**
     * One kind of run.
     *
     * @param name within the part, such as "64 connections"
     * @param heads whether its figures stand for the part
     */
    record Kind(Part part, String name, boolean heads) {}

    void add(Kind kind, Measurement measurement) {
        runs.computeIfAbsent(kind, none -> new ArrayList<>()).add(measurement);
    }

    void add(Checks.Result check) {
        checks.add(check);
    }

    Map<Kind, List<Measurement>> runs() {
        return runs;
    }

    List<Checks.Result> checks() {
        return checks;
    }

    boolean checksHold() {
        return checks.stream().allMatch(Checks.Result::holds);
    }

    /** Runs that stand for a part, or null if it was not measured. */
    @Nullable List<Measurement> heading(Part part) {
        return runs.entrySet().stream()
                .filter(entry -> entry.getKey().part() == part && entry.getKey().heads())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** How the rate relates to the reference's; 0 without one. */
    double ratio(List<Measurement> measured) {
        List<Measurement> reference = heading(Part.REFERENCE);
        return reference == null
                ? 0
                : Spread.of(measured, Measurement::rate).median()
                        / Spread.of(reference, Measurement::rate).median();
    }
}
