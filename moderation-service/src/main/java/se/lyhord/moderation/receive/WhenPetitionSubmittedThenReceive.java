package se.lyhord.moderation.receive;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lyhord.eventstore.Commands;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;

/**
 * Takes a submitted petition in for review and notes that its text is wanted. Case and note commit
 * together in the caller's transaction; fetching the text never holds up the case.
 */
@Component
public class WhenPetitionSubmittedThenReceive {

    private final Commands commands;
    private final WantedTexts wanted;
    private final Clock clock;

    WhenPetitionSubmittedThenReceive(Commands commands, WantedTexts wanted, Clock clock) {
        this.commands = commands;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Receives one version of a petition; repeating it changes nothing. */
    public void receive(
            UUID petitionId,
            int textVersion,
            String textDigest,
            String language,
            Instant submittedAt) {
        var now = clock.instant();
        commands.send(
                new ReceivePetition(
                        petitionId, textVersion, textDigest, language, submittedAt, now));
        wanted.add(petitionId, textVersion, now);
    }
}
