package se.lyhord.gateway.published;

import java.util.UUID;

/**
 * A petition's pseudonym key is destroyed and no instance can use it.
 *
 * @param vaultGeneration the vault's first generation without the key
 */
public record PseudonymKeyShredded(UUID petitionId, String vaultKind, long vaultGeneration) {}
