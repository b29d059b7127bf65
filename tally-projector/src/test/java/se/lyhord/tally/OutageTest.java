package se.lyhord.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lyhord.testkit.Platform;

/** What goes on, and what is said, while something is away. */
class OutageTest extends ServiceTest {

    @Test
    void without_kafka_counts_are_shown_and_what_is_final_is_told_when_it_is_back()
            throws Exception {
        String list = list(30);
        fence(list);
        await().atMost(PATIENCE).until(() -> attempts() >= 1);
        Platform.stopKafka();
        try {
            votingService.handsOut(petition, list);
            await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
            assertThat(get("").statusCode()).isEqualTo(200);
        } finally {
            Platform.startKafka();
        }
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> broker.tally(petition).size() == 1);
    }

    @Test
    void starts_and_shows_counts_while_kafka_is_away() throws Exception {
        String nobody = "127.0.0.1:1";
        var begun = Instant.now();
        try (var second =
                secondInstance(Map.of("spring.cloud.stream.kafka.binder.brokers", nobody))) {
            String port = second.getEnvironment().getProperty("local.server.port");
            var uri = "http://127.0.0.1:" + port + "/api/v1/tallies/" + petition;
            assertThat(get(URI.create(uri)).statusCode()).isEqualTo(200);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(PATIENCE);
        }
    }

    @Test
    void without_the_database_it_says_when_to_come_back_and_recovers_by_itself() throws Exception {
        Platform.stopPostgres();
        try {
            var answer = get("");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        } finally {
            Platform.startPostgres();
        }
        await().atMost(PATIENCE).until(() -> get("").statusCode() == 200);
    }
}
