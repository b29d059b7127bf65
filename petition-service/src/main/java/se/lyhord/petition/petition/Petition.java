package se.lyhord.petition.petition;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import se.lyhord.petition.petition.PetitionCommand.ClosePetition;
import se.lyhord.petition.petition.PetitionCommand.EndVotingAfterKeyLoss;
import se.lyhord.petition.petition.PetitionCommand.ExtendVotingPeriod;
import se.lyhord.petition.petition.PetitionCommand.OpenPetition;
import se.lyhord.petition.petition.PetitionCommand.RecordOutcome;
import se.lyhord.petition.petition.PetitionCommand.RejectPetition;
import se.lyhord.petition.petition.PetitionCommand.RestorePetition;
import se.lyhord.petition.petition.PetitionCommand.SubmitPetition;
import se.lyhord.petition.petition.PetitionCommand.TakeDownPetition;
import se.lyhord.petition.petition.PetitionEvent.OutcomeRecorded;
import se.lyhord.petition.petition.PetitionEvent.PetitionClosed;
import se.lyhord.petition.petition.PetitionEvent.PetitionOpened;
import se.lyhord.petition.petition.PetitionEvent.PetitionRejected;
import se.lyhord.petition.petition.PetitionEvent.PetitionRestored;
import se.lyhord.petition.petition.PetitionEvent.PetitionSubmitted;
import se.lyhord.petition.petition.PetitionEvent.PetitionTakenDown;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterKeyLoss;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterTakeDown;
import se.lyhord.petition.petition.PetitionEvent.VotingPeriodExtended;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Reason;
import se.lyhord.petition.petition.PetitionResult.Refused;

/**
 * A petition: in review → open → closed → answered, or rejected. Decides from its own history, the
 * command and the time the command carries. A repeated command is accepted and changes nothing.
 */
public class Petition {

    private static final PetitionResult DONE = new Accepted();

    @AggregateIdentifier private PetitionId id;
    private PetitionState state = PetitionState.IN_REVIEW;
    private int textVersion;
    private Instant closesAt = Instant.MAX;
    private int revision;
    private int outcomeVersion;
    private boolean takenDown;
    private boolean forGood;

    /** Before its history is applied. */
    @SuppressWarnings("NullAway.Init")
    Petition() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Petition(SubmitPetition command) {
        apply(
                new PetitionSubmitted(
                        command.petitionId(),
                        command.textVersion(),
                        command.textDigest(),
                        command.language(),
                        command.at()));
    }

    @CommandHandler
    PetitionResult open(OpenPetition command) {
        return switch (state) {
            case IN_REVIEW -> {
                if (command.textVersion() != textVersion) {
                    yield new Refused(Reason.OTHER_TEXT);
                }
                apply(
                        new PetitionOpened(
                                id,
                                textVersion,
                                command.approvedAt(),
                                command.at(),
                                command.rules().votingPeriod().closesAt(command.at()),
                                1,
                                command.rules()));
                yield DONE;
            }
            case OPEN, CLOSED, ANSWERED -> DONE;
            case REJECTED -> new Refused(Reason.NOT_IN_REVIEW);
        };
    }

    @CommandHandler
    PetitionResult reject(RejectPetition command) {
        return switch (state) {
            case IN_REVIEW -> {
                if (command.textVersion() != textVersion) {
                    yield new Refused(Reason.OTHER_TEXT);
                }
                apply(
                        new PetitionRejected(
                                id,
                                textVersion,
                                command.reason(),
                                command.textHidden(),
                                command.at()));
                yield DONE;
            }
            case REJECTED -> DONE;
            case OPEN, CLOSED, ANSWERED -> new Refused(Reason.NOT_IN_REVIEW);
        };
    }

    @CommandHandler
    PetitionResult extend(ExtendVotingPeriod command) {
        if (state != PetitionState.OPEN || !command.at().isBefore(closesAt)) {
            return new Refused(Reason.NOT_OPEN);
        }
        if (command.closesAt().equals(closesAt)) {
            return DONE;
        }
        if (command.closesAt().isBefore(closesAt)) {
            return new Refused(Reason.NOT_LATER);
        }
        apply(new VotingPeriodExtended(id, command.closesAt(), revision + 1, command.at()));
        return DONE;
    }

    /** Closes at once, so that the box is fenced at what it holds. */
    @CommandHandler
    PetitionResult endVoting(EndVotingAfterKeyLoss command) {
        return switch (state) {
            case OPEN -> {
                if (command.at().isBefore(closesAt)) {
                    apply(new VotingEndedAfterKeyLoss(id, command.at(), revision + 1));
                    apply(new PetitionClosed(id, revision, command.at()));
                }
                yield DONE;
            }
            case CLOSED, ANSWERED -> DONE;
            case IN_REVIEW, REJECTED -> new Refused(Reason.NOT_OPEN);
        };
    }

    /** The clock runs on: unless it is for good, the petition closes when it would have. */
    @CommandHandler
    PetitionResult takeDown(TakeDownPetition command) {
        return switch (state) {
            case OPEN, CLOSED, ANSWERED -> {
                if (!takenDown || command.endsVote() && !forGood) {
                    apply(
                            new PetitionTakenDown(
                                    id,
                                    command.reason(),
                                    command.endsVote(),
                                    command.takenDownAt()));
                    endVotingIfForGood(command.at());
                }
                yield DONE;
            }
            case IN_REVIEW, REJECTED -> new Refused(Reason.NOT_PUBLISHED);
        };
    }

    private void endVotingIfForGood(Instant at) {
        if (forGood && state == PetitionState.OPEN && at.isBefore(closesAt)) {
            apply(new VotingEndedAfterTakeDown(id, at, revision + 1));
            apply(new PetitionClosed(id, revision, at));
        }
    }

    @CommandHandler
    PetitionResult restore(RestorePetition command) {
        if (forGood) {
            return new Refused(Reason.TAKEN_DOWN_FOR_GOOD);
        }
        if (takenDown) {
            apply(new PetitionRestored(id, command.restoredAt()));
        }
        return DONE;
    }

    @CommandHandler
    PetitionResult close(ClosePetition command) {
        return switch (state) {
            case OPEN -> {
                if (command.revision() != revision || command.at().isBefore(closesAt)) {
                    yield new Refused(Reason.NOT_DUE);
                }
                apply(new PetitionClosed(id, revision, command.at()));
                yield DONE;
            }
            case CLOSED, ANSWERED -> DONE;
            case IN_REVIEW, REJECTED -> new Refused(Reason.NOT_OPEN);
        };
    }

    @CommandHandler
    PetitionResult record(RecordOutcome command) {
        return switch (state) {
            case CLOSED, ANSWERED -> {
                if (command.knownVersion() != outcomeVersion) {
                    yield new Refused(Reason.OUTCOME_CHANGED);
                }
                apply(new OutcomeRecorded(id, outcomeVersion + 1, command.outcome(), command.at()));
                yield DONE;
            }
            case IN_REVIEW, OPEN, REJECTED -> new Refused(Reason.NOT_CLOSED);
        };
    }

    @EventSourcingHandler
    void on(PetitionEvent event) {
        switch (event) {
            case PetitionSubmitted submitted -> {
                id = submitted.petitionId();
                textVersion = submitted.textVersion();
            }
            case PetitionOpened opened -> {
                state = PetitionState.OPEN;
                closesAt = opened.closesAt();
                revision = opened.revision();
            }
            case PetitionRejected ignored -> state = PetitionState.REJECTED;
            case VotingPeriodExtended extended -> {
                closesAt = extended.closesAt();
                revision = extended.revision();
            }
            case VotingEndedAfterKeyLoss ended -> {
                closesAt = ended.closesAt();
                revision = ended.revision();
            }
            case VotingEndedAfterTakeDown ended -> {
                closesAt = ended.closesAt();
                revision = ended.revision();
            }
            case PetitionTakenDown down -> {
                takenDown = true;
                forGood = down.endsVote();
            }
            case PetitionRestored ignored -> takenDown = false;
            case PetitionClosed ignored -> state = PetitionState.CLOSED;
            case OutcomeRecorded recorded -> {
                state = PetitionState.ANSWERED;
                outcomeVersion = recorded.outcomeVersion();
            }
        }
    }
}
