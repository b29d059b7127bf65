package se.lyhord.petition.submit;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionCommand.SubmitPetition;

/** Takes petitions in: text, address, status key and event are kept together or not at all. */
@Service
class Submissions {

    private static final int FIRST_VERSION = 1;

    private final SubmittedTexts texts;
    private final Commands commands;
    private final DatabaseClock clock;

    Submissions(SubmittedTexts texts, Commands commands, DatabaseClock clock) {
        this.texts = texts;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes a petition in once, however often the same form is sent.
     *
     * @throws Refusal (409) when the form's key was used for another text
     */
    @Transactional
    Receipt submit(UUID formKey, Submission submission) {
        Receipt receipt = Receipt.of(formKey);
        Instant now = clock.now();
        if (!texts.add(receipt, FIRST_VERSION, submission, now)) {
            if (!texts.digest(receipt.petitionId(), FIRST_VERSION).equals(submission.digest())) {
                throw new Refusal(HttpStatus.CONFLICT, "key-used");
            }
            return receipt;
        }
        texts.addStatusKey(receipt);
        if (submission.email() != null) {
            texts.addContact(receipt.petitionId(), submission.email());
        }
        commands.send(
                new SubmitPetition(
                        receipt.petitionId(),
                        FIRST_VERSION,
                        submission.digest(),
                        submission.language(),
                        now));
        return receipt;
    }
}
