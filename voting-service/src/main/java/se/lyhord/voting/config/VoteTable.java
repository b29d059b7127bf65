package se.lyhord.voting.config;

import java.util.UUID;

/**
 * The SQL over one petition's vote table. Names come from a UUID and nothing else; making and
 * dropping is left to two functions of the schema's owner.
 */
public final class VoteTable {

    private final String name;

    private VoteTable(UUID petition) {
        this.name = "ballots.votes_" + petition.toString().replace("-", "");
    }

    /** The table of this petition. */
    public static VoteTable of(UUID petition) {
        return new VoteTable(petition);
    }

    /** Streams of the voters in an array of hashes. The lateral form keeps to the primary key. */
    public String streams() {
        return """
        SELECT e.voter_hash, e.sequence, e.event, e.tracker
        FROM unnest(?) AS voter(hash)
        CROSS JOIN LATERAL (
            SELECT v.voter_hash, v.sequence, v.event, v.tracker FROM %s v
            WHERE v.voter_hash = voter.hash ORDER BY v.sequence) e
        """
                .formatted(name);
    }

    /**
     * The {@link #streams}, and without a hash those of a second array, of trackers, that stand in
     * the box already: one round trip instead of two for each box of a group.
     */
    public String streamsAndTakenTrackers() {
        return streams()
                + """
                UNION ALL
                SELECT NULL, NULL, NULL, tracker FROM %s
                WHERE event = 'VoteCast' AND tracker = ANY (?)
                """
                        .formatted(name);
    }

    /**
     * Appends first votes, from arrays of hashes and trackers in their order, and tells whose were
     * appended: the keys refuse a stream that has begun and a tracker that is taken.
     */
    public String appendFirstVotes() {
        return """
        INSERT INTO %s (voter_hash, sequence, event, tracker)
        SELECT hash, 1, 'VoteCast', tracker FROM unnest(?, ?) AS first (hash, tracker)
        ON CONFLICT DO NOTHING RETURNING voter_hash
        """
                .formatted(name);
    }

    /** Appends arrays of hashes, sequences, events and trackers, in their order. */
    public String append() {
        return "INSERT INTO %s (voter_hash, sequence, event, tracker) SELECT * FROM unnest(?, ?, ?, ?)"
                .formatted(name);
    }

    /** How many votes count at this moment. */
    public String count() {
        return """
        SELECT count(*) FILTER (WHERE event = 'VoteCast')
             - count(*) FILTER (WHERE event = 'VoteWithdrawn') FROM %s
        """
                .formatted(name);
    }

    /**
     * Trackers of the votes that count, sorted: those cast but for those withdrawn, in two scans
     * that meet in tracker order. The table has no statistics, which would keep hashes, and without
     * them the planner takes {@code =} to hold for one row in two hundred, {@code <>} for all
     * others: each is written where that is about true.
     */
    public String sortedTrackers() {
        return """
        SELECT tracker FROM %s WHERE event <> 'VoteWithdrawn'
        EXCEPT ALL
        SELECT tracker FROM %s WHERE event = 'VoteWithdrawn'
        ORDER BY tracker
        """
                .formatted(name, name);
    }
}
