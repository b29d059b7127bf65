package se.lyhord.petition.extend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.lyhord.petition.extend.Watch.Absence;

/**
 * Asks the parts that votes need, at every turn, whether they can be used. One of a part's
 * instances that says so is enough.
 */
@Component
class WhenPartAnswersAgainThenMeasure {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenPartAnswersAgainThenMeasure.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final OutageSettings settings;
    private final WatchedParts parts;

    WhenPartAnswersAgainThenMeasure(OutageSettings settings, WatchedParts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    @Scheduled(fixedDelayString = "${lyhord.outage.sign-of-life}")
    void look() {
        settings.watch().forEach(this::look);
    }

    /** Without a database nothing is seen, and this service's own absence is measured. */
    private void look(OutagePart part, List<URI> instances) {
        boolean answers = instances.stream().anyMatch(this::answers);
        try {
            Absence ended = parts.seen(part, answers);
            if (ended != null) {
                LOG.warn(
                        "{} was away for {}: an administrator is to declare or dismiss it",
                        part,
                        ended.lasted());
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("What was seen of {} is not noted", part, away);
        }
    }

    private boolean answers(URI instance) {
        try {
            HttpRequest request = HttpRequest.newBuilder(instance).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
