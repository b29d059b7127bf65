package se.lyhord.voting.published;

import java.util.UUID;

/** How many votes count, cumulative. */
record VotesCounted(UUID petitionId, long count) {}
