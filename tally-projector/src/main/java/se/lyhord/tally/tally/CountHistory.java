package se.lyhord.tally.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a count has grown, as the public sees it: no count below the smallest that is told, and no
 * step by so few votes that it would say who cast them. Days in between are merged into the next.
 *
 * @param points cumulative, at most one a day, the first first
 */
public record CountHistory(List<Point> points) {

    /** Keeps the points as they are. */
    public CountHistory {
        points = List.copyOf(points);
    }

    /**
     * So many votes in all at the end of a day.
     *
     * @param day in Sweden
     */
    public record Point(LocalDate day, long count) {}

    /**
     * What may be told of the counts of each day.
     *
     * @param days the first first
     * @param minimum the smallest count told
     * @param step the least difference told between two points
     */
    public static CountHistory told(List<Point> days, long minimum, long step) {
        List<Point> told = new ArrayList<>();
        for (Point point : days) {
            if (point.count() >= minimum
                    && (told.isEmpty() || isFar(told.getLast(), point, step))) {
                told.add(point);
            }
        }
        return new CountHistory(told);
    }

    /** Ends with the exact result; what comes too near before it is merged into it. */
    public CountHistory endingWith(Point result, long step) {
        List<Point> told = new ArrayList<>(points);
        while (!told.isEmpty()
                && (!told.getLast().day().isBefore(result.day())
                        || !isFar(told.getLast(), result, step))) {
            told.removeLast();
        }
        told.add(result);
        return new CountHistory(told);
    }

    private static boolean isFar(Point one, Point other, long step) {
        return Math.abs(other.count() - one.count()) >= step;
    }
}
