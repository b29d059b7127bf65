package se.lyhord.tally.finalise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches a fenced box's tracker list from the voting service: too large for a message. */
@Component
class TrackerListDownload {

    private final RestClient votingService;

    TrackerListDownload(RestClient votingService) {
        this.votingService = votingService;
    }

    /**
     * Writes the list into a file.
     *
     * @throws RestClientException if the voting service is away or does not hand it out (yet)
     */
    void into(Path file, UUID petition) {
        votingService
                .get()
                .uri("/internal/ballot-boxes/{petition}/trackers", petition)
                .accept(MediaType.TEXT_PLAIN, MediaType.APPLICATION_PROBLEM_JSON)
                .exchange(
                        (request, response) -> {
                            if (response.getStatusCode().value() != 200) {
                                throw new IOException("status " + response.getStatusCode().value());
                            }
                            return Files.copy(
                                    response.getBody(), file, StandardCopyOption.REPLACE_EXISTING);
                        });
    }
}
