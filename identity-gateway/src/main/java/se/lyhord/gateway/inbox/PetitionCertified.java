package se.lyhord.gateway.inbox;

import java.util.UUID;

/** It is certified that the petition's key is destroyed. */
public record PetitionCertified(UUID petitionId) {}
