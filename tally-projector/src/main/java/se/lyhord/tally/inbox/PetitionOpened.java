package se.lyhord.tally.inbox;

import java.util.UUID;

/** From topic {@code petitions}: what the tally needs to know of it. */
public record PetitionOpened(UUID petitionId, Rules rules) {

    /** The rules it opened under. */
    public record Rules(long threshold) {}
}
