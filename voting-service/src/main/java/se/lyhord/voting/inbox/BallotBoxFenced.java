package se.lyhord.voting.inbox;

import java.util.UUID;

/** What this service itself has told: the box's cut and the digest of its tracker list. */
record BallotBoxFenced(UUID petitionId, long cut, String digest) {}
