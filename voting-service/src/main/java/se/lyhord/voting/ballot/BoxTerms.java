package se.lyhord.voting.ballot;

import java.time.Instant;

/**
 * What decides whether a box takes a vote at this moment.
 *
 * @param state read under the box's lock
 * @param closesAt its newest deadline
 * @param now the vote database's clock, read after the lock was had
 */
public record BoxTerms(BoxState state, Instant closesAt, Instant now) {

    /** Whether voting is over, by state or by the clock. */
    public boolean closed() {
        return switch (state) {
            case OPEN, SUSPENDED -> !now.isBefore(closesAt);
            case FENCING, FENCED, SHREDDED, PURGED -> true;
        };
    }
}
