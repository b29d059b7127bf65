package se.lyhord.voting.ballot;

/** What a voter may ask for. */
public sealed interface VoteCommand {

    /** The tracker of the vote to be cast or withdrawn; a retry carries the same. */
    Tracker tracker();

    /** Count my vote, under this tracker. */
    record CastVote(Tracker tracker) implements VoteCommand {}

    /** Take back the vote with this tracker, and no newer one. */
    record WithdrawVote(Tracker tracker) implements VoteCommand {}
}
