package se.lyhord.tally.inbox;

import java.util.UUID;

/** From topic {@code voting}: the petition's salt is destroyed. */
public record SaltShredded(UUID petitionId, String vaultKind, long vaultGeneration) {}
