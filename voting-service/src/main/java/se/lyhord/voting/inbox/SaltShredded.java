package se.lyhord.voting.inbox;

import java.util.UUID;

/** What this service itself has told: the box's salt is destroyed. */
record SaltShredded(UUID petitionId) {}
