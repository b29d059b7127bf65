package se.lyhord.voting.published;

import java.util.UUID;

/** Voting is over: how many votes, and the digest of the tracker list. */
record BallotBoxFenced(UUID petitionId, int revision, long cut, String digest) {}
