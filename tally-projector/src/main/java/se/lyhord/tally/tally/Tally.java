package se.lyhord.tally.tally;

import java.time.LocalDate;
import java.util.UUID;

/** A petition's tally, and what the public may see of it. */
public sealed interface Tally {

    /** The petition. */
    UUID petition();

    /**
     * The box is open, or closed and not yet recounted.
     *
     * @param count the newest count from the ballot box
     */
    record Counting(UUID petition, long count) implements Tally {}

    /** Recounted and signed: this is the result for ever. */
    record Final(FinalTally result) implements Tally {
        @Override
        public UUID petition() {
            return result.petition();
        }
    }

    /**
     * Both keys and the box are gone, and the certificate says so.
     *
     * @param day of the certificate, in Sweden
     */
    record Certified(FinalTally result, LocalDate day) implements Tally {
        @Override
        public UUID petition() {
            return result.petition();
        }
    }

    /**
     * The count the public sees. While votes are cast a small one is not told, since with few votes
     * one more says too much; the final one is always exact.
     *
     * @param minimum the smallest count told while counting
     */
    default ShownCount shown(long minimum) {
        return switch (this) {
            case Counting(UUID petition, long count) when count < minimum ->
                    new ShownCount.FewerThan(minimum);
            case Counting(UUID petition, long count) -> new ShownCount.Exactly(count);
            case Final(FinalTally result) -> new ShownCount.Exactly(result.count());
            case Certified(FinalTally result, LocalDate day) ->
                    new ShownCount.Exactly(result.count());
        };
    }
}
