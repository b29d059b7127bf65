package se.lyhord.moderation.outage;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.log.LogDeed;

/** Writes down who took which step; petition-service has it by then. */
@Component
class OutageLog {

    private final DecisionLog log;
    private final Clock clock;

    OutageLog(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    void write(StaffMember by, OutageStep step, UUID outage, @Nullable String reason) {
        log.write(
                clock.instant(),
                new LogDeed(
                        by.subject(),
                        by.name(),
                        step.action(),
                        null,
                        null,
                        outage.toString(),
                        reason));
    }
}
