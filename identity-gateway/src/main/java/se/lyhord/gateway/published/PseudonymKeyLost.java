package se.lyhord.gateway.published;

import java.util.UUID;

/** A petition's pseudonym key is lost: nobody can vote on it any more. */
public record PseudonymKeyLost(UUID petitionId) {}
