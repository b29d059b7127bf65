package se.lyhord.voting.inbox;

import java.util.UUID;

/** A petition is taken down; it takes no votes until it is restored. */
record PetitionTakenDown(UUID petitionId) {}
