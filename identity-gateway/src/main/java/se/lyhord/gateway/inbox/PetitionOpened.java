package se.lyhord.gateway.inbox;

import java.util.UUID;

/** What the gateway takes from a petition's opening: that it needs a key. */
public record PetitionOpened(UUID petitionId) {}
