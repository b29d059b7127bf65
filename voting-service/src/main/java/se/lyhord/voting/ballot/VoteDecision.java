package se.lyhord.voting.ballot;

/** What comes of a voter's command. */
public sealed interface VoteDecision {

    /** This event is to be appended to the voter's stream. */
    record Append(VoteEvent event) implements VoteDecision {}

    /** It has been done before: an earlier try of the same command. */
    record DoneBefore() implements VoteDecision {}

    /** It is not done. */
    record Refused(VoteRefusal refusal) implements VoteDecision {}
}
