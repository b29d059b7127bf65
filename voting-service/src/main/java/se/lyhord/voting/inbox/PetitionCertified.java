package se.lyhord.voting.inbox;

import java.util.UUID;

/** It is certified that the petition's salt is destroyed. */
record PetitionCertified(UUID petitionId) {}
