package se.lyhord.voting.ballot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a voter is told. */
public sealed interface VoteAnswer {

    /** It is committed, now or by an earlier try. */
    record Done() implements VoteAnswer {}

    /**
     * It was not done, and is not by trying again.
     *
     * @param closedAt when voting ended; only with {@link VoteRefusal#CLOSED}
     */
    record Refused(VoteRefusal refusal, @Nullable Instant closedAt) implements VoteAnswer {}

    /**
     * It could not be done now, or it is not known that it was; the same command may be retried.
     */
    record Unavailable() implements VoteAnswer {}
}
