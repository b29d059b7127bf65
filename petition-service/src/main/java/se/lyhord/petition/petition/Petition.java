package se.lyhord.petition.petition;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import se.lyhord.petition.petition.PetitionCommand.ClosePetition;
import se.lyhord.petition.petition.PetitionCommand.CompletePetition;
import se.lyhord.petition.petition.PetitionCommand.EndVotingAfterKeyLoss;
import se.lyhord.petition.petition.PetitionCommand.ExtendVotingPeriod;
import se.lyhord.petition.petition.PetitionCommand.HandOverPetition;
import se.lyhord.petition.petition.PetitionCommand.NameAuthority;
import se.lyhord.petition.petition.PetitionCommand.NameDuplicate;
import se.lyhord.petition.petition.PetitionCommand.OpenPetition;
import se.lyhord.petition.petition.PetitionCommand.RecordOutcome;
import se.lyhord.petition.petition.PetitionCommand.RedactText;
import se.lyhord.petition.petition.PetitionCommand.RejectPetition;
import se.lyhord.petition.petition.PetitionCommand.RestorePetition;
import se.lyhord.petition.petition.PetitionCommand.ReturnPetition;
import se.lyhord.petition.petition.PetitionCommand.SubmitPetition;
import se.lyhord.petition.petition.PetitionCommand.TakeDownPetition;
import se.lyhord.petition.petition.PetitionCommand.WithdrawPetition;
import se.lyhord.petition.petition.PetitionEvent.AuthorityNamed;
import se.lyhord.petition.petition.PetitionEvent.DuplicateNamed;
import se.lyhord.petition.petition.PetitionEvent.OutcomeRecorded;
import se.lyhord.petition.petition.PetitionEvent.PetitionClosed;
import se.lyhord.petition.petition.PetitionEvent.PetitionHandedOver;
import se.lyhord.petition.petition.PetitionEvent.PetitionOpened;
import se.lyhord.petition.petition.PetitionEvent.PetitionRejected;
import se.lyhord.petition.petition.PetitionEvent.PetitionRestored;
import se.lyhord.petition.petition.PetitionEvent.PetitionReturned;
import se.lyhord.petition.petition.PetitionEvent.PetitionSubmitted;
import se.lyhord.petition.petition.PetitionEvent.PetitionTakenDown;
import se.lyhord.petition.petition.PetitionEvent.PetitionWithdrawn;
import se.lyhord.petition.petition.PetitionEvent.TextRedacted;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterKeyLoss;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterTakeDown;
import se.lyhord.petition.petition.PetitionEvent.VotingPeriodExtended;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Reason;
import se.lyhord.petition.petition.PetitionResult.Refused;

/**
 * A petition: in review → open → closed → answered, or rejected, or withdrawn. Decides from its own
 * history, the command and the time the command carries. A repeated command is accepted and changes
 * nothing; so is what moderators decided of a petition that was withdrawn before they heard of it.
 */
public class Petition {

    private static final PetitionResult DONE = new Accepted();

    @AggregateIdentifier private PetitionId id;
    private PetitionState state = PetitionState.IN_REVIEW;
    private int textVersion;
    private int publicVersion;
    private Instant closesAt = Instant.MAX;
    private int revision;
    private int handOverVersion;
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
                                publicVersion,
                                command.approvedAt(),
                                command.at(),
                                command.rules().votingPeriod().closesAt(command.at()),
                                1,
                                command.rules()));
                yield DONE;
            }
            case OPEN, CLOSED, ANSWERED, WITHDRAWN -> DONE;
            case REJECTED, RETURNED -> new Refused(Reason.NOT_IN_REVIEW);
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
                                publicVersion,
                                command.reason(),
                                command.textHidden(),
                                command.at()));
                yield DONE;
            }
            case REJECTED, WITHDRAWN -> DONE;
            case OPEN, CLOSED, ANSWERED, RETURNED -> new Refused(Reason.NOT_IN_REVIEW);
        };
    }

    @CommandHandler
    PetitionResult redact(RedactText command) {
        if (state == PetitionState.WITHDRAWN) {
            return DONE;
        }
        if (state != PetitionState.IN_REVIEW) {
            return new Refused(Reason.NOT_IN_REVIEW);
        }
        if (command.textVersion() != textVersion) {
            return new Refused(Reason.OTHER_TEXT);
        }
        if (command.publicVersion() != publicVersion) {
            apply(
                    new TextRedacted(
                            id,
                            textVersion,
                            command.publicVersion(),
                            command.publicDigest(),
                            command.at()));
        }
        return DONE;
    }

    @CommandHandler
    PetitionResult sendBack(ReturnPetition command) {
        return switch (state) {
            case IN_REVIEW -> {
                if (command.textVersion() != textVersion) {
                    yield new Refused(Reason.OTHER_TEXT);
                }
                apply(new PetitionReturned(id, textVersion, command.at()));
                yield DONE;
            }
            case RETURNED, WITHDRAWN -> DONE;
            case OPEN, CLOSED, ANSWERED, REJECTED -> new Refused(Reason.NOT_IN_REVIEW);
        };
    }

    @CommandHandler
    PetitionResult complete(CompletePetition command) {
        if (state != PetitionState.RETURNED) {
            return new Refused(Reason.NOT_RETURNED);
        }
        if (command.textVersion() != textVersion + 1) {
            return new Refused(Reason.OTHER_TEXT);
        }
        apply(
                new PetitionSubmitted(
                        id,
                        command.textVersion(),
                        command.textDigest(),
                        command.language(),
                        command.at()));
        return DONE;
    }

    @CommandHandler
    PetitionResult withdraw(WithdrawPetition command) {
        return switch (state) {
            case IN_REVIEW, RETURNED -> {
                apply(new PetitionWithdrawn(id, textVersion, command.at()));
                yield DONE;
            }
            case WITHDRAWN -> DONE;
            case OPEN, CLOSED, ANSWERED, REJECTED -> new Refused(Reason.NOT_IN_REVIEW);
        };
    }

    @CommandHandler
    PetitionResult nameDuplicate(NameDuplicate command) {
        if (state == PetitionState.WITHDRAWN) {
            return DONE;
        }
        if (state != PetitionState.IN_REVIEW) {
            return new Refused(Reason.NOT_IN_REVIEW);
        }
        apply(new DuplicateNamed(id, command.duplicateOf(), command.at()));
        return DONE;
    }

    @CommandHandler
    PetitionResult nameAuthority(NameAuthority command) {
        if (state != PetitionState.IN_REVIEW) {
            return new Refused(Reason.NOT_IN_REVIEW);
        }
        apply(new AuthorityNamed(id, command.authority(), command.at()));
        return DONE;
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
            case IN_REVIEW, RETURNED, REJECTED, WITHDRAWN -> new Refused(Reason.NOT_OPEN);
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
            case WITHDRAWN -> DONE;
            case IN_REVIEW, RETURNED, REJECTED -> new Refused(Reason.NOT_PUBLISHED);
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
            case IN_REVIEW, RETURNED, REJECTED, WITHDRAWN -> new Refused(Reason.NOT_OPEN);
        };
    }

    @CommandHandler
    PetitionResult handOver(HandOverPetition command) {
        if (state != PetitionState.CLOSED) {
            return new Refused(Reason.NOT_CLOSED);
        }
        if (command.knownVersion() != handOverVersion) {
            return new Refused(Reason.HANDED_OVER_MEANWHILE);
        }
        apply(
                new PetitionHandedOver(
                        id,
                        handOverVersion + 1,
                        command.committee(),
                        command.registryNumber(),
                        command.handedOverOn(),
                        command.at()));
        return DONE;
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
            case IN_REVIEW, RETURNED, OPEN, REJECTED, WITHDRAWN -> new Refused(Reason.NOT_CLOSED);
        };
    }

    @EventSourcingHandler
    void on(PetitionEvent event) {
        switch (event) {
            case PetitionSubmitted submitted -> {
                id = submitted.petitionId();
                textVersion = submitted.textVersion();
                publicVersion = textVersion;
                state = PetitionState.IN_REVIEW;
            }
            case TextRedacted redacted -> publicVersion = redacted.publicVersion();
            case PetitionReturned ignored -> state = PetitionState.RETURNED;
            case PetitionWithdrawn ignored -> state = PetitionState.WITHDRAWN;
            case DuplicateNamed ignored -> {}
            case AuthorityNamed ignored -> {}
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
            case PetitionHandedOver handedOver -> handOverVersion = handedOver.handOverVersion();
            case OutcomeRecorded recorded -> {
                state = PetitionState.ANSWERED;
                outcomeVersion = recorded.outcomeVersion();
            }
        }
    }
}
