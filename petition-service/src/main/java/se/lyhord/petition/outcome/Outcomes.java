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
    private final DatabaseClock clock;

    Outcomes(Commands commands, JdbcClient jdbc, DatabaseClock clock) {
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
            case Accepted ignored -> addAnswer(petition, knownVersion + 1, read.answer());
            case Refused(Reason reason) when reason == Reason.OUTCOME_CHANGED ->
                    throw new Refusal(HttpStatus.PRECONDITION_FAILED, "outcome-changed");
            case Refused ignored -> throw new Refusal(HttpStatus.CONFLICT, "not-closed");
        }
        return knownVersion + 1;
    }

    private void addAnswer(UUID petition, int version, String answer) {
        jdbc.sql("insert into outcome_answer (petition_id, version, answer) values (?, ?, ?)")
                .params(petition, version, answer)
                .update();
    }
}
