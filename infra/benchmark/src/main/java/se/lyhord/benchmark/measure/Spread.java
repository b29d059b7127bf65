package se.lyhord.benchmark.measure;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One figure over all rounds.
 *
 * @param median the middle one; of an even number the lower of the two in the middle
 */
public record Spread(double median, double min, double max) {

    /** The spread of a figure of some runs. */
    public static Spread of(Collection<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        return of(runs.stream().map(figure::applyAsDouble).toList());
    }

    /** The spread of some numbers, at least one. */
    public static Spread of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return new Spread(sorted.get((sorted.size() - 1) / 2), sorted.getFirst(), sorted.getLast());
    }
}
