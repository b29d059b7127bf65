package se.lyhord.petition.submit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionCommand.SubmitPetition;
import se.lyhord.petition.petition.StatusKey;

/** Takes petitions in: text, address, status key and event are kept together or not at all. */
@Service
class Submissions {

    private static final int FIRST_VERSION = 1;

    private final SubmittedTexts texts;
    private final Drafts drafts;
    private final Commands commands;
    private final DatabaseClock clock;

    Submissions(SubmittedTexts texts, Drafts drafts, Commands commands, DatabaseClock clock) {
        this.texts = texts;
        this.drafts = drafts;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes a petition in once, however often the same form is sent, and erases its draft.
     *
     * @throws Refusal (409) when the form's key was used for another text
     */
    @Transactional
    Receipt submit(UUID formKey, Submission submission, @Nullable StatusKey draft) {
        Receipt receipt = Receipt.of(formKey);
        if (draft != null) {
            drafts.erase(draft);
        }
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
