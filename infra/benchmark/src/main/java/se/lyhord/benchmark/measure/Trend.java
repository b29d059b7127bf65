package se.lyhord.benchmark.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a figure rises while it is looked at again and again: by the median of the slopes between
 * all pairs (P. K. Sen, 1968) and by the test of H. B. Mann (1945) at 2.5 %, neither of which an
 * outlier moves.
 *
 * @param rise from the first look to the last, by the median slope, as a share of the median
 * @param isSignificant whether so many pairs rise that chance is no explanation
 */
public record Trend(double rise, boolean isSignificant) {

    /** How many figures it takes. */
    public static final int FEWEST = 5;

    private static final double ONE_SIDED_2_5_PERCENT = 1.96;

    /**
     * The trend of figures taken at equal intervals.
     *
     * @throws IllegalArgumentException for fewer than five, which are never significant
     */
    public static Trend of(List<Double> figures) {
        int number = figures.size();
        if (number < FEWEST) {
            throw new IllegalArgumentException("a trend takes five figures, not " + number);
        }
        List<Double> slopes = new ArrayList<>();
        int rising = 0;
        for (int from = 0; from < number; from++) {
            for (int to = from + 1; to < number; to++) {
                double difference = figures.get(to) - figures.get(from);
                slopes.add(difference / (to - from));
                rising += (int) Math.signum(difference);
            }
        }
        double median = Spread.of(figures).median();
        double rise = Spread.of(slopes).median() * (number - 1) / Math.max(median, 1e-9);
        double deviation = Math.sqrt(number * (number - 1.0) * (2 * number + 5.0) / 18);
        return new Trend(rise, (rising - 1) / deviation > ONE_SIDED_2_5_PERCENT);
    }

    /**
     * Whether the figure grows.
     *
     * @param most the share of the median that a rise may have, however certain it is
     */
    public boolean grows(double most) {
        return isSignificant && rise > most;
    }
}
