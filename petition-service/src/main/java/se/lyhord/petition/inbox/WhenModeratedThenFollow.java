package se.lyhord.petition.inbox;

import org.springframework.stereotype.Component;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.inbox.Heard.AuthorityNamed;
import se.lyhord.petition.inbox.Heard.DuplicateNamed;
import se.lyhord.petition.inbox.Heard.PetitionApproved;
import se.lyhord.petition.inbox.Heard.PetitionRedacted;
import se.lyhord.petition.inbox.Heard.PetitionRejected;
import se.lyhord.petition.inbox.Heard.PetitionRestored;
import se.lyhord.petition.inbox.Heard.PetitionReturned;
import se.lyhord.petition.inbox.Heard.PetitionTakenDown;
import se.lyhord.petition.open.Opening;
import se.lyhord.petition.petition.PetitionCommand.NameAuthority;
import se.lyhord.petition.petition.PetitionCommand.NameDuplicate;
import se.lyhord.petition.petition.PetitionCommand.ReturnPetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.TakeDownReason;
import se.lyhord.petition.redact.Redaction;
import se.lyhord.petition.redact.Redactions;
import se.lyhord.petition.takedown.TakeDown;

/** Opens, rejects, redacts, returns, takes down or restores as the moderators decided. */
@Component
class WhenModeratedThenFollow {

    private final Opening opening;
    private final TakeDown takeDown;
    private final Redactions redactions;
    private final Commands commands;

    WhenModeratedThenFollow(
            Opening opening, TakeDown takeDown, Redactions redactions, Commands commands) {
        this.opening = opening;
        this.takeDown = takeDown;
        this.redactions = redactions;
        this.commands = commands;
    }

    void approved(PetitionApproved event) {
        require(
                opening.open(
                        new PetitionId(event.petitionId()),
                        event.textVersion(),
                        event.decidedAt()));
    }

    void rejected(PetitionRejected event) {
        require(
                opening.reject(
                        new PetitionId(event.petitionId()),
                        event.textVersion(),
                        RejectionReason.valueOf(event.reason()),
                        event.textHidden(),
                        event.decidedAt()));
    }

    void takenDown(PetitionTakenDown event) {
        require(
                takeDown.takeDown(
                        new PetitionId(event.petitionId()),
                        TakeDownReason.valueOf(event.reason()),
                        event.endsVote(),
                        event.decidedAt()));
    }

    void restored(PetitionRestored event) {
        require(takeDown.restore(new PetitionId(event.petitionId()), event.decidedAt()));
    }

    void redacted(PetitionRedacted event) {
        require(
                redactions.redact(
                        new PetitionId(event.petitionId()),
                        event.textVersion(),
                        event.redactions().stream()
                                .map(
                                        place ->
                                                new Redaction(
                                                        Redaction.Field.valueOf(place.field()),
                                                        place.start(),
                                                        place.end(),
                                                        Redaction.Kind.valueOf(place.kind())))
                                .toList(),
                        event.decidedAt()));
    }

    void returned(PetitionReturned event) {
        require(
                commands.send(
                        new ReturnPetition(
                                new PetitionId(event.petitionId()),
                                event.textVersion(),
                                event.decidedAt())));
    }

    void duplicateNamed(DuplicateNamed event) {
        require(
                commands.send(
                        new NameDuplicate(
                                new PetitionId(event.petitionId()),
                                new PetitionId(event.duplicateOf()),
                                event.decidedAt())));
    }

    void authorityNamed(AuthorityNamed event) {
        require(
                commands.send(
                        new NameAuthority(
                                new PetitionId(event.petitionId()),
                                event.authority(),
                                event.decidedAt())));
    }

    /** A decision that does not fit the petition is for a person to look at: it gets parked. */
    private static void require(PetitionResult result) {
        switch (result) {
            case Accepted ignored -> {}
            case Refused refused ->
                    throw new IllegalStateException("the petition refuses: " + refused.reason());
        }
    }
}
