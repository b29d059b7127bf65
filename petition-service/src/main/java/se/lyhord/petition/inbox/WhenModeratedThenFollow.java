package se.lyhord.petition.inbox;

import org.springframework.stereotype.Component;
import se.lyhord.petition.inbox.Heard.PetitionApproved;
import se.lyhord.petition.inbox.Heard.PetitionRejected;
import se.lyhord.petition.inbox.Heard.PetitionRestored;
import se.lyhord.petition.inbox.Heard.PetitionTakenDown;
import se.lyhord.petition.open.Opening;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.TakeDownReason;
import se.lyhord.petition.takedown.TakeDown;

/** Opens, rejects, takes down or restores a petition as the moderators decided. */
@Component
class WhenModeratedThenFollow {

    private final Opening opening;
    private final TakeDown takeDown;

    WhenModeratedThenFollow(Opening opening, TakeDown takeDown) {
        this.opening = opening;
        this.takeDown = takeDown;
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

    /** A decision that does not fit the petition is for a person to look at: it gets parked. */
    private static void require(PetitionResult result) {
        switch (result) {
            case Accepted ignored -> {}
            case Refused refused ->
                    throw new IllegalStateException("the petition refuses: " + refused.reason());
        }
    }
}
