package se.lyhord.petition.follow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets addresses go that nobody confirmed, and those whose petition is long over. */
@Component
class WhenAddressIsOldThenErase {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAddressIsOldThenErase.class);

    private final Subscriptions subscriptions;

    WhenAddressIsOldThenErase(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Scheduled(fixedRateString = "${lyhord.follow.erase-interval}")
    void sweep() {
        try {
            subscriptions.eraseOld();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Old addresses wait to be erased; trying again: {}",
                    e.getClass().getSimpleName());
        }
    }
}
