package se.lyhord.voting.inbox;

import java.util.UUID;

/** The period of this revision is over. */
record PetitionClosed(UUID petitionId, int revision) {}
