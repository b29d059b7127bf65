package se.lyhord.petition.inbox;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.inbox.Heard.PseudonymKeyLost;
import se.lyhord.petition.inbox.Heard.SaltLost;
import se.lyhord.petition.petition.PetitionCommand.EndVotingAfterKeyLoss;
import se.lyhord.petition.petition.PetitionId;

/** Ends the vote on a petition one of whose keys two operators have declared lost. */
@Component
class WhenKeyLostThenEndVoting {

    private final Commands commands;
    private final DatabaseClock clock;

    WhenKeyLostThenEndVoting(Commands commands, DatabaseClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    void salt(SaltLost event) {
        end(event.petitionId());
    }

    void pseudonymKey(PseudonymKeyLost event) {
        end(event.petitionId());
    }

    private void end(UUID petition) {
        commands.send(new EndVotingAfterKeyLoss(new PetitionId(petition), clock.now()));
    }
}
