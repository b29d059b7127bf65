package se.lyhord.voting.published;

import java.util.UUID;

/** The box's salt is lost: it can take no vote any more. */
record SaltLost(UUID petitionId) {}
