package se.lyhord.gateway.login;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Whether Keycloak answers, asked before a citizen is sent there. */
@Component
class EidAvailability {

    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final RestClient client;
    private final URI keys;
    private final Clock clock;
    private volatile Seen last = new Seen(false, Instant.MIN);

    private record Seen(boolean up, Instant at) {}

    EidAvailability(
            RestClient eidClient,
            @Value("${spring.security.oauth2.client.provider.eid.jwk-set-uri}") URI keys,
            Clock clock) {
        this.client = eidClient;
        this.keys = keys;
        this.clock = clock;
    }

    /** An answer is good for a few seconds. */
    boolean isUp() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen.at().plus(GOOD_FOR).isAfter(now)) {
            return seen.up();
        }
        boolean up = answers();
        last = new Seen(up, now);
        return up;
    }

    private boolean answers() {
        try {
            client.get().uri(keys).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }
}
