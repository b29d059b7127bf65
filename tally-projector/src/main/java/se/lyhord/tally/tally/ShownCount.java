package se.lyhord.tally.tally;

/** A count as the public sees it. */
public sealed interface ShownCount {

    /** Too few to say how many. */
    record FewerThan(long limit) implements ShownCount {}

    /** So many. */
    record Exactly(long count) implements ShownCount {}
}
