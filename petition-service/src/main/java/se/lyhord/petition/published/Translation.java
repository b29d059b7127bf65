package se.lyhord.petition.published;

import java.util.Optional;
import java.util.UUID;
import se.lyhord.petition.petition.PetitionEvent;
import se.lyhord.petition.petition.PetitionRules;

/** Says in published words what happened within. */
final class Translation {

    private Translation() {}

    /** The published event; none for what others have published before us. */
    static Optional<PublishedEvent> of(PetitionEvent event) {
        UUID petition = event.petitionId().value();
        return switch (event) {
            case PetitionEvent.PetitionSubmitted it ->
                    Optional.of(
                            new PublishedEvent.PetitionSubmitted(
                                    petition,
                                    it.textVersion(),
                                    it.textDigest(),
                                    it.language().code(),
                                    it.submittedAt()));
            case PetitionEvent.PetitionOpened it ->
                    Optional.of(
                            new PublishedEvent.PetitionOpened(
                                    petition,
                                    it.textVersion(),
                                    it.opensAt(),
                                    it.closesAt(),
                                    it.revision(),
                                    rules(it.rules())));
            case PetitionEvent.PetitionRejected ignored -> Optional.empty();
            case PetitionEvent.TextRedacted ignored -> Optional.empty();
            case PetitionEvent.PetitionReturned ignored -> Optional.empty();
            case PetitionEvent.PetitionWithdrawn it ->
                    Optional.of(
                            new PublishedEvent.PetitionWithdrawn(
                                    petition, it.textVersion(), it.withdrawnAt()));
            case PetitionEvent.DuplicateNamed ignored -> Optional.empty();
            case PetitionEvent.AuthorityNamed ignored -> Optional.empty();
            case PetitionEvent.VotingPeriodExtended it ->
                    Optional.of(
                            new PublishedEvent.VotingPeriodExtended(
                                    petition, it.closesAt(), it.revision()));
            case PetitionEvent.VotingEndedAfterKeyLoss it ->
                    Optional.of(
                            new PublishedEvent.VotingEndedAfterKeyLoss(
                                    petition, it.closesAt(), it.revision()));
            case PetitionEvent.VotingEndedAfterTakeDown it ->
                    Optional.of(
                            new PublishedEvent.VotingEndedAfterTakeDown(
                                    petition, it.closesAt(), it.revision()));
            case PetitionEvent.PetitionTakenDown ignored -> Optional.empty();
            case PetitionEvent.PetitionRestored ignored -> Optional.empty();
            case PetitionEvent.PetitionClosed it ->
                    Optional.of(
                            new PublishedEvent.PetitionClosed(
                                    petition, it.revision(), it.closedAt()));
            case PetitionEvent.PetitionHandedOver it ->
                    Optional.of(
                            new PublishedEvent.PetitionHandedOver(
                                    petition,
                                    it.handOverVersion(),
                                    it.committee().code(),
                                    it.registryNumber(),
                                    it.handedOverOn()));
            case PetitionEvent.OutcomeRecorded it ->
                    Optional.of(
                            new PublishedEvent.OutcomeRecorded(
                                    petition,
                                    it.outcomeVersion(),
                                    it.outcome().decision().name(),
                                    it.outcome().decidedOn(),
                                    it.outcome().committee().code(),
                                    it.outcome().registryNumber(),
                                    it.outcome().answerDigest()));
        };
    }

    private static PublishedEvent.Rules rules(PetitionRules rules) {
        return new PublishedEvent.Rules(
                rules.version(),
                rules.threshold(),
                rules.minimumAge(),
                rules.votingPeriod().text());
    }
}
