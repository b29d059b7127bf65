package se.lyhord.petition.close;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes petitions when their voting period has passed. Any number of instances may sweep: one at a
 * time closes, and a petition closes once.
 */
@Component
class WhenPeriodPassedThenClose {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPeriodPassedThenClose.class);

    private final DuePetitions petitions;
    private boolean failing;

    WhenPeriodPassedThenClose(DuePetitions petitions) {
        this.petitions = petitions;
    }

    /** Sweeps; a petition that cannot be closed now is tried again and holds no other up. */
    @Scheduled(fixedDelayString = "${lyhord.close.interval}")
    void sweep() {
        try {
            boolean allClosed = true;
            for (DuePetitions.Due due : petitions.list()) {
                allClosed &= closed(due);
            }
            failing = !allClosed;
        } catch (RuntimeException e) {
            warn("The petitions due to close cannot be listed", e);
        }
    }

    private boolean closed(DuePetitions.Due due) {
        try {
            petitions.close(due);
            return true;
        } catch (RuntimeException e) {
            warn("Petition " + due.petition() + " cannot be closed", e);
            return false;
        }
    }

    /** Once, and again when it has worked in between: not every second of an outage. */
    private void warn(String what, RuntimeException e) {
        if (!failing) {
            LOG.warn("{}; trying again: {}", what, e.toString());
            failing = true;
        }
    }
}
