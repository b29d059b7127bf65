package se.lyhord.tally.inbox;

import java.util.UUID;

/** From topic {@code keys}: the gateway's key for the petition is destroyed. */
public record PseudonymKeyShredded(UUID petitionId, String vaultKind, long vaultGeneration) {}
