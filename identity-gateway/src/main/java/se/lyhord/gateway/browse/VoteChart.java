package se.lyhord.gateway.browse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of how votes have come in: a step line over the days, the limit, and the part at the
 * beginning where the number is not told. Lengths are units of the drawing's own coordinates.
 *
 * @param line path of the step line
 * @param area path of what is below it
 * @param rows horizontal lines with their numbers
 * @param days marks along the bottom
 * @param last the newest count
 * @param limit where the limit lies
 * @param few where there were too few votes to tell, or null
 */
public record VoteChart(
        int width,
        int height,
        String line,
        String area,
        List<Row> rows,
        List<Day> days,
        Mark last,
        @Nullable Mark limit,
        @Nullable Box few) {

    private static final int LEFT = 44;
    private static final int RIGHT = 18;
    private static final int TOP = 34;
    private static final int BOTTOM = 30;
    private static final int MOST_ROWS = 3;
    private static final double AIR = 1.1;
    private static final long FIRST_STEP = 1;

    /** A horizontal line and the number it stands for. */
    public record Row(double y, long count) {}

    /**
     * A day along the bottom.
     *
     * @param anchor start, middle or end, so that no text leaves the drawing
     */
    public record Day(double x, LocalDate day, String anchor) {}

    /** A point and the number it stands for. */
    public record Mark(double x, double y, long count) {}

    /** A part of the drawing. */
    public record Box(double x, double y, double width, double height) {}

    /** Where the drawing begins on the left. */
    public int left() {
        return LEFT;
    }

    /** Where it ends on the right. */
    public int right() {
        return width - RIGHT;
    }

    /** Where the bottom line lies. */
    public int base() {
        return height - BOTTOM;
    }

    /**
     * Draws a history with at least one point.
     *
     * @param opened the first day of voting
     * @param until the last day to show
     * @param threshold null when no limit applies
     */
    static VoteChart of(
            VoteHistory history,
            LocalDate opened,
            LocalDate until,
            @Nullable Integer threshold,
            int width,
            int height) {
        List<VoteHistory.Point> points = history.points();
        long most = points.stream().mapToLong(VoteHistory.Point::count).max().orElseThrow();
        Scale scale =
                new Scale(
                        opened,
                        Math.max(1, ChronoUnit.DAYS.between(opened, until)),
                        Math.max(1, Math.max(most, threshold == null ? 0 : threshold)) * AIR,
                        width,
                        height);
        double begin = scale.x(points.getFirst().day());
        double end = scale.x(until);
        VoteHistory.Point newest = points.getLast();
        String line = line(points, scale) + at(" H", end);
        return new VoteChart(
                width,
                height,
                line,
                line + at(" V", scale.y(0)) + at(" H", begin) + " Z",
                rows(scale),
                days(scale, opened, until),
                new Mark(end, scale.y(newest.count()), newest.count()),
                threshold == null ? null : new Mark(end, scale.y(threshold), threshold),
                few(history, begin, scale));
    }

    private static String line(List<VoteHistory.Point> points, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (VoteHistory.Point point : points) {
            double x = scale.x(point.day());
            path.append(path.isEmpty() ? at("M", x) + at(" ", scale.y(point.count())) : at(" H", x))
                    .append(at(" V", scale.y(point.count())));
        }
        return path.toString();
    }

    private static List<Row> rows(Scale scale) {
        long step = FIRST_STEP;
        for (int i = 0; scale.most() / step >= MOST_ROWS + 1; i++) {
            step = step * (i % 3 == 1 ? 5 : 2) / (i % 3 == 1 ? 2 : 1);
        }
        long every = step;
        return LongStream.iterate(0, count -> count <= scale.most(), count -> count + every)
                .mapToObj(count -> new Row(scale.y(count), count))
                .toList();
    }

    private static List<Day> days(Scale scale, LocalDate opened, LocalDate until) {
        long span = ChronoUnit.DAYS.between(opened, until);
        List<Day> days = new ArrayList<>();
        days.add(new Day(scale.x(opened), opened, "start"));
        if (span >= 12) {
            LocalDate middle = opened.plusDays(span / 2);
            days.add(new Day(scale.x(middle), middle, "middle"));
        }
        if (span > 0) {
            days.add(new Day(scale.x(until), until, "end"));
        }
        return days;
    }

    private static @Nullable Box few(VoteHistory history, double until, Scale scale) {
        double top = scale.y(history.fewerThan());
        return until - LEFT < 1
                ? null
                : new Box(LEFT, top, Scale.rounded(until - LEFT), Scale.rounded(scale.y(0) - top));
    }

    private static String at(String command, double value) {
        return String.format(Locale.ROOT, "%s%.1f", command, value);
    }

    private record Scale(LocalDate opened, long span, double most, int width, int height) {

        double x(LocalDate day) {
            double part = (double) ChronoUnit.DAYS.between(opened, day) / span;
            return rounded(LEFT + Math.clamp(part, 0, 1) * (width - LEFT - RIGHT));
        }

        double y(long count) {
            double room = height - TOP - BOTTOM;
            return rounded(TOP + room * (1 - Math.min(1, count / most)));
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
