package se.lyhord.moderation.receive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lyhord.eventstore.Commands;
import se.lyhord.moderation.review.ReviewCommand.WithdrawPetition;

/** Drops the case of a petition that its petitioner has taken back. */
@Component
public class WhenPetitionWithdrawnThenDrop {

    private final Commands commands;

    WhenPetitionWithdrawnThenDrop(Commands commands) {
        this.commands = commands;
    }

    /** Drops the case; repeating it changes nothing. */
    public void drop(UUID petitionId, Instant withdrawnAt) {
        commands.send(new WithdrawPetition(petitionId, withdrawnAt));
    }
}
