package se.lyhord.moderation.receive;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;

/**
 * Fetches the texts that are wanted. What fails (petition-service or the login service is away) is
 * tried again, at most 15 seconds later, until it is here.
 */
@Component
class TextFetcher {

    private static final Logger log = LoggerFactory.getLogger(TextFetcher.class);

    private final WantedTexts wanted;
    private final PetitionServiceTexts petitionService;
    private final JdbcPetitionTexts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TextFetcher(
            WantedTexts wanted,
            PetitionServiceTexts petitionService,
            JdbcPetitionTexts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.wanted = wanted;
        this.petitionService = petitionService;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lyhord.texts.interval:PT1S}")
    void fetchAllDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> fetchNext()))) {
            // The next one has a transaction of its own, so that what is here stays here.
        }
    }

    /** True when a text came, so that it is worth asking for another. */
    private boolean fetchNext() {
        var next = wanted.next(clock.instant()).orElse(null);
        if (next == null) {
            return false;
        }
        try {
            texts.keep(petitionService.fetch(next.petitionId(), next.textVersion()));
            wanted.done(next);
            return true;
        } catch (RestClientException | OAuth2AuthorizationException away) {
            log.warn(
                    "The text of petition {} could not be fetched, try {}: {}",
                    next.petitionId(),
                    next.tries() + 1,
                    away.getClass().getSimpleName());
            wanted.later(next, clock.instant());
            return false;
        }
    }
}
