package se.lyhord.moderation.outcome;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogDeed;

/** Writes down who recorded what; petition-service has it by then. */
@Component
class OutcomeLog {

    private final DecisionLog log;
    private final Clock clock;

    OutcomeLog(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    void write(StaffMember by, LogAction action, UUID petitionId, String details) {
        log.write(
                clock.instant(),
                new LogDeed(by.subject(), by.name(), action, petitionId, null, details, null));
    }
}
