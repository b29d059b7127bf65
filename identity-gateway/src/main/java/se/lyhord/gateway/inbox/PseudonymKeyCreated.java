package se.lyhord.gateway.inbox;

import java.util.UUID;

/** What the gateway itself has told: the petition has a key. */
public record PseudonymKeyCreated(UUID petitionId) {}
