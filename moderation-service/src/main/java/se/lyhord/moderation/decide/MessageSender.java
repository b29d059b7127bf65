package se.lyhord.moderation.decide;

import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.ServiceToken;
import se.lyhord.moderation.decide.ReturnMessages.Due;

/**
 * Hands messages over to petition-service, where petitioners read them. What fails is tried again,
 * at most 15 seconds later, until it is there.
 */
@Component
class MessageSender {

    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

    private final ReturnMessages messages;
    private final RestClient petitionService;
    private final ServiceToken token;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MessageSender(
            ReturnMessages messages,
            RestClient petitionService,
            ServiceToken token,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.petitionService = petitionService;
        this.token = token;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lyhord.texts.interval:PT1S}")
    void sendAllDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sendNext()))) {
            // The next one has a transaction of its own, so that what is there stays there.
        }
    }

    /** True when a message got there, so that it is worth trying another. */
    private boolean sendNext() {
        var due = messages.next(clock.instant()).orElse(null);
        if (due == null) {
            return false;
        }
        try {
            send(due);
            messages.done(due);
            return true;
        } catch (RestClientException | OAuth2AuthorizationException away) {
            log.warn(
                    "The message about petition {} could not be handed over, try {}: {}",
                    due.petitionId(),
                    due.tries() + 1,
                    away.getClass().getSimpleName());
            messages.later(due, clock.instant());
            return false;
        }
    }

    private void send(Due due) {
        petitionService
                .put()
                .uri(
                        "/internal/petitions/{id}/messages/{version}",
                        due.petitionId(),
                        due.textVersion())
                .headers(headers -> headers.setBearerAuth(token.value()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", due.message()))
                .retrieve()
                .toBodilessEntity();
    }
}
