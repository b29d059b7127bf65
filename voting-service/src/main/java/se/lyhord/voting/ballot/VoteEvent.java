package se.lyhord.voting.ballot;

/** What can happen in one voter's stream. Carries no time, on purpose. */
public sealed interface VoteEvent {

    /** Place in the voter's stream, from 1. */
    int sequence();

    /** The tracker of the vote cast or withdrawn. */
    Tracker tracker();

    /** The voter's vote counts from here on. */
    record VoteCast(int sequence, Tracker tracker) implements VoteEvent {}

    /** The vote with this tracker counts no longer. */
    record VoteWithdrawn(int sequence, Tracker tracker) implements VoteEvent {}
}
