package se.lyhord.petition.outcome;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionCommand.RecordOutcome;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Reason;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.VotingPeriod;

/** Records what became of a petition; the answer's text can be erased and lies beside. */
@Service
class Outcomes {

    private final Commands commands;
    private final JdbcClient jdbc;
    private final Documents documents;
    private final DatabaseClock clock;

    Outcomes(Commands commands, JdbcClient jdbc, Documents documents, DatabaseClock clock) {
        this.documents = documents;
        this.commands = commands;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an outcome over the version the officer has seen, 0 for none.
     *
     * @return the new version
     * @throws Refusal when fields are wrong (422), the vote has not ended (409), or another outcome
     *     was recorded in between (412)
     */
    @Transactional
    int record(UUID petition, int knownVersion, OutcomeForm form) {
        Instant now = clock.now();
        OutcomeForm.Read read = form.read(now.atZone(VotingPeriod.STOCKHOLM).toLocalDate());
        PetitionResult result =
                commands.send(
                        new RecordOutcome(
                                new PetitionId(petition), read.outcome(), knownVersion, now));
        switch (result) {
            case Accepted ignored -> addAnswer(petition, knownVersion + 1, read);
            case Refused(Reason reason) when reason == Reason.OUTCOME_CHANGED ->
                    throw new Refusal(HttpStatus.PRECONDITION_FAILED, "outcome-changed");
            case Refused ignored -> throw new Refusal(HttpStatus.CONFLICT, "not-closed");
        }
        return knownVersion + 1;
    }

    private void addAnswer(UUID petition, int version, OutcomeForm.Read read) {
        if (read.documentId() != null && !documents.belongs(petition, read.documentId())) {
            throw new Refusal(HttpStatus.CONFLICT, "no-document");
        }
        jdbc.sql(
                        """
                        insert into outcome_answer (petition_id, version, answer, answer_english,
                            document_url, document_id)
                        values (:petition, :version, :answer, :english, :url, :document)
                        """)
                .param("petition", petition)
                .param("version", version)
                .param("answer", read.answer())
                .param("english", read.answerEnglish())
                .param("url", read.documentUrl())
                .param("document", read.documentId())
                .update();
    }
}
