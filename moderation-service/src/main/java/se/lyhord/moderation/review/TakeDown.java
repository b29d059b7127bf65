package se.lyhord.moderation.review;

/**
 * A take-down, proposed or in force.
 *
 * @param endsVote whether it is for good: the vote ends, and nobody restores the petition
 */
public record TakeDown(TakeDownReason reason, boolean endsVote) {}
