package se.lyhord.petition.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What other services may read of a petition's life, version 1: a component is never removed or
 * changed, a breaking change is a version 2 beside it.
 */
sealed interface PublishedEvent {

    /** Whose event it is. */
    UUID petitionId();

    /** Waits for review; the text is to be fetched by this version. */
    record PetitionSubmitted(
            UUID petitionId,
            int textVersion,
            String textDigest,
            String language,
            Instant submittedAt)
            implements PublishedEvent {}

    /** Taken back by the petitioner before it was decided on; decisions on it come too late. */
    record PetitionWithdrawn(UUID petitionId, int textVersion, Instant withdrawnAt)
            implements PublishedEvent {}

    /** Open for votes from {@code opensAt} to before {@code closesAt}. */
    record PetitionOpened(
            UUID petitionId,
            int textVersion,
            Instant opensAt,
            Instant closesAt,
            int revision,
            Rules rules)
            implements PublishedEvent {}

    /** The rules a petition opened under and keeps. */
    record Rules(int version, int threshold, int minimumAge, String votingPeriod) {}

    /** A later deadline, under a new revision. */
    record VotingPeriodExtended(UUID petitionId, Instant closesAt, int revision)
            implements PublishedEvent {}

    /** Votes ended before their time, at a deadline under a new revision. */
    record VotingEndedAfterKeyLoss(UUID petitionId, Instant closesAt, int revision)
            implements PublishedEvent {}

    /** Votes ended before their time, since the petition is taken down for good. */
    record VotingEndedAfterTakeDown(UUID petitionId, Instant closesAt, int revision)
            implements PublishedEvent {}

    /** The deadline of this revision has passed. */
    record PetitionClosed(UUID petitionId, int revision, Instant closedAt)
            implements PublishedEvent {}

    /** Which committee has the case now. */
    record PetitionHandedOver(
            UUID petitionId,
            int handOverVersion,
            String committee,
            String registryNumber,
            LocalDate handedOverOn)
            implements PublishedEvent {}

    /** What the municipality decided. */
    record OutcomeRecorded(
            UUID petitionId,
            int outcomeVersion,
            String decision,
            LocalDate decidedOn,
            String committee,
            String registryNumber,
            String answerDigest)
            implements PublishedEvent {}
}
