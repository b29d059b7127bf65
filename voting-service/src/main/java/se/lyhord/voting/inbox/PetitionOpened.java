package se.lyhord.voting.inbox;

import java.time.Instant;
import java.util.UUID;

/** A petition takes votes until closesAt. */
record PetitionOpened(UUID petitionId, Instant closesAt, int revision) {}
