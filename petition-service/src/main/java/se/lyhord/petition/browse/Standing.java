package se.lyhord.petition.browse;

/** Where a petition stands, as readers ask: a closed one either waits for an answer or does not. */
enum Standing {
    OPEN,
    /** The vote has ended and its final count is not known yet. */
    COUNTING,
    /** It got the votes it needed; the municipality has not answered. */
    AWAITING_ANSWER,
    /** The vote ended with fewer votes than it needed. */
    BELOW_THRESHOLD,
    ANSWERED,
    REJECTED;

    /**
     * One of these names, from the tables {@code v} petition_view and {@code b} ballot_progress.
     */
    static final String SQL =
            """
            case when v.state <> 'CLOSED' then v.state
                when b.final_count is null then 'COUNTING'
                when b.final_count >= v.threshold then 'AWAITING_ANSWER'
                else 'BELOW_THRESHOLD' end
            """;
}
