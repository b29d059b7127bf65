package se.lyhord.gateway.published;

import java.util.UUID;

/** A petition's pseudonym key exists: the gateway's half of being ready for votes. */
public record PseudonymKeyCreated(UUID petitionId, String vaultKind) {}
