package se.lyhord.moderation.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.ServiceToken;

/** Hands the settings over to petition-service, from where citizens' pages read them. */
@Component
class SettingsSender {

    private static final Logger log = LoggerFactory.getLogger(SettingsSender.class);

    private final StoredSettings settings;
    private final RestClient petitionService;
    private final ServiceToken token;

    SettingsSender(StoredSettings settings, RestClient petitionService, ServiceToken token) {
        this.settings = settings;
        this.petitionService = petitionService;
        this.token = token;
    }

    /** Tries again at the next turn what fails at this one. */
    @Scheduled(fixedDelayString = "${lyhord.settings.interval:PT2S}")
    @Transactional
    void sendNewest() {
        var settled = settings.unsent().orElse(null);
        if (settled == null) {
            return;
        }
        try {
            petitionService
                    .put()
                    .uri("/internal/municipality")
                    .headers(headers -> headers.setBearerAuth(token.value()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(settled)
                    .retrieve()
                    .toBodilessEntity();
            settings.sent(settled.version());
        } catch (RestClientException | OAuth2AuthorizationException away) {
            log.warn(
                    "Version {} of the settings could not be handed over: {}",
                    settled.version(),
                    away.getClass().getSimpleName());
        }
    }
}
