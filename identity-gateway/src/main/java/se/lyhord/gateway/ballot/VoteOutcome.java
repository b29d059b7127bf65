package se.lyhord.gateway.ballot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a citizen's vote, as the citizen is told. */
sealed interface VoteOutcome {

    /** The vote stands in the ballot box, under this tracker. */
    record Counted(Tracker tracker) implements VoteOutcome {}

    /** This person's vote was there already. */
    record AlreadyCounted() implements VoteOutcome {}

    /** What the answer to the form has to tell, since nothing counts. */
    sealed interface ForPage extends VoteOutcome {}

    /** Nothing was cast, since the form had no tracker or one of another vote. */
    record NotSent() implements ForPage {}

    /** Voting is over; when it ended may not be known. */
    record Closed(@Nullable Instant closedAt) implements ForPage {}

    /** Nobody can vote yet, or no longer. */
    record NotReady() implements ForPage {}

    /** The petition is taken down. */
    record TakenDown() implements ForPage {}

    /** The citizen is younger than the petition's rules demand. */
    record TooYoung() implements ForPage {}

    /** Nothing was done; the same may be sent again in a while. */
    record Busy(Tracker tracker) implements ForPage {}

    /** It may have been done; the same may be sent again, and tells. */
    record Unknown(Tracker tracker) implements ForPage {}
}
