package se.lyhord.voting.ballot;

import java.time.Instant;
import java.util.UUID;

/** The life of a ballot box; what voters do in it is in {@link VoteEvent}. */
public sealed interface BallotBoxEvent {

    /** The petition whose box it is. */
    UUID petitionId();

    /** The box takes votes until closesAt. */
    record BallotBoxOpened(UUID petitionId, Instant closesAt, int revision)
            implements BallotBoxEvent {}

    /** The deadline has moved. */
    record DeadlineMoved(UUID petitionId, Instant closesAt, int revision)
            implements BallotBoxEvent {}

    /** The petition was taken down; the box takes no votes for now. */
    record BallotBoxSuspended(UUID petitionId) implements BallotBoxEvent {}

    /** The petition was restored; the box takes votes again. */
    record BallotBoxResumed(UUID petitionId) implements BallotBoxEvent {}

    /** Two operators have declared the salt lost. */
    record SaltLost(UUID petitionId) implements BallotBoxEvent {}

    /** No vote is accepted from here on, and none is in flight. */
    record FenceStarted(UUID petitionId, int revision) implements BallotBoxEvent {}

    /** The number of votes and the digest of the sorted tracker list, for ever. */
    record BallotBoxFenced(UUID petitionId, int revision, long cut, String digest)
            implements BallotBoxEvent {}

    /** The box's salt is destroyed, in a vault of this kind, as of this generation of it. */
    record SaltShredded(UUID petitionId, String vaultKind, long vaultGeneration)
            implements BallotBoxEvent {}

    /** This database was restored from before the salt's destruction; the box is given up. */
    record BallotBoxForgotten(UUID petitionId) implements BallotBoxEvent {}

    /** The votes are dropped, and the log they stood in is gone. */
    record BallotBoxPurged(UUID petitionId) implements BallotBoxEvent {}
}
