package se.lyhord.gateway.browse;

import java.time.LocalDate;
import java.util.List;

/**
 * How a petition's count has grown, as tally-projector tells it: without small counts and without
 * small steps.
 *
 * @param fewerThan before the first point there were fewer votes than this
 * @param points cumulative, the first first
 */
public record VoteHistory(long fewerThan, List<Point> points) {

    /** So many votes in all at the end of a day. */
    public record Point(LocalDate day, long count) {}
}
