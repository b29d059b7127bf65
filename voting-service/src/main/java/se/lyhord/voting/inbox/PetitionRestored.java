package se.lyhord.voting.inbox;

import java.util.UUID;

/** A petition that was taken down is public again. */
record PetitionRestored(UUID petitionId) {}
