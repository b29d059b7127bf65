package se.lyhord.petition.open;

import java.time.Instant;
import org.springframework.stereotype.Service;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.petition.PetitionCommand.OpenPetition;
import se.lyhord.petition.petition.PetitionCommand.RejectPetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.RejectionReason;

/** What follows on the moderators' decision: a petition opens under the rules in force, or not. */
@Service
public class Opening {

    private final Commands commands;
    private final StoredRules rules;
    private final DatabaseClock clock;

    Opening(Commands commands, StoredRules rules, DatabaseClock clock) {
        this.commands = commands;
        this.rules = rules;
        this.clock = clock;
    }

    /** Opens an approved petition for votes. */
    public PetitionResult open(PetitionId petition, int textVersion, Instant approvedAt) {
        return commands.send(
                new OpenPetition(petition, textVersion, approvedAt, rules.current(), clock.now()));
    }

    /** Ends a petition that was rejected. */
    public PetitionResult reject(
            PetitionId petition,
            int textVersion,
            RejectionReason reason,
            boolean textHidden,
            Instant rejectedAt) {
        return commands.send(
                new RejectPetition(petition, textVersion, reason, textHidden, rejectedAt));
    }
}
