package se.lyhord.gateway.inbox;

import java.util.UUID;

/**
 * What the gateway itself has told: the petition's key is destroyed.
 *
 * @param vaultGeneration the vault's first generation without the key
 */
public record PseudonymKeyShredded(UUID petitionId, long vaultGeneration) {}
