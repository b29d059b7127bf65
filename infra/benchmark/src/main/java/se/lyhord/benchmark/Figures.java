package se.lyhord.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.lyhord.benchmark.measure.Spread;

/** How figures are written. */
final class Figures {

    private Figures() {}

    /** A spread as {@code median (min–max)}. */
    static String cell(String format, Spread spread) {
        String all = format + " (" + format + "–" + format + ")";
        return String.format(Locale.ROOT, all, spread.median(), spread.min(), spread.max());
    }

    /** The median of each name over all rounds, whole numbers; what is 0 is left out. */
    static Map<String, Long> medians(List<Map<String, Double>> rounds) {
        Map<String, List<Double>> all = new TreeMap<>();
        for (Map<String, Double> round : rounds) {
            round.forEach(
                    (name, value) ->
                            all.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
        }
        Map<String, Long> medians = new TreeMap<>();
        all.forEach((name, values) -> medians.put(name, Math.round(Spread.of(values).median())));
        medians.values().removeIf(value -> value == 0);
        return medians;
    }
}
