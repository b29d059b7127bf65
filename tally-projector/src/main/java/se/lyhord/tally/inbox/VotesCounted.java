package se.lyhord.tally.inbox;

import java.util.UUID;

/** From topic {@code counts}: how many votes the box holds in all. */
public record VotesCounted(UUID petitionId, long count) {}
