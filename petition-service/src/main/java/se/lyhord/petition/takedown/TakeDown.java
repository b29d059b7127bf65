package se.lyhord.petition.takedown;

import java.time.Instant;
import org.springframework.stereotype.Service;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.petition.PetitionCommand.RestorePetition;
import se.lyhord.petition.petition.PetitionCommand.TakeDownPetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.TakeDownReason;

/** What follows when two moderators take a petition down, or one restores it. */
@Service
public class TakeDown {

    private final Commands commands;
    private final DatabaseClock clock;

    TakeDown(Commands commands, DatabaseClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Hides a petition's text.
     *
     * @param endsVote whether it is for good, and the vote ends with it
     */
    public PetitionResult takeDown(
            PetitionId petition, TakeDownReason reason, boolean endsVote, Instant decidedAt) {
        return commands.send(
                new TakeDownPetition(petition, reason, endsVote, decidedAt, clock.now()));
    }

    /** Shows it again. */
    public PetitionResult restore(PetitionId petition, Instant decidedAt) {
        return commands.send(new RestorePetition(petition, decidedAt, clock.now()));
    }
}
