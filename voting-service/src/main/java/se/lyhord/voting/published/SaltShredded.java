package se.lyhord.voting.published;

import java.util.UUID;

/** The box's salt is destroyed. */
record SaltShredded(UUID petitionId, String vaultKind, long vaultGeneration) {}
