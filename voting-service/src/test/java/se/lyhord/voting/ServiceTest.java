package se.lyhord.voting;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.testkit.Platform;
import se.lyhord.testkit.TestIssuer;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;

/**
 * The whole service on a real Kafka, spoken to as its neighbours do; a subclass names a database.
 */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "lyhord.vault.lease=300ms",
            "lyhord.vault.look-back=300ms",
            "lyhord.counts.minimum-change=3",
            "lyhord.counts.interval=500ms",
            "lyhord.sweep=200ms",
            "lyhord.purge=300ms"
        })
abstract class ServiceTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    protected int port;

    @Value("${local.management.port}")
    protected int managementPort;

    @Autowired protected JdbcClient jdbc;
    @Autowired protected BoxRegister boxes;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.registerKafka(registry);
        TestIssuer.register(registry);
        registry.add("lyhord.vault.directory", TestKeys::vault);
        registry.add("lyhord.voter-token.directory", TestKeys::voterTokens);
        registry.add(
                "lyhord.shred-order.keys",
                () -> {
                    TestKeys.SHRED_ORDERS.kid();
                    return TestKeys.shredOrderKeys();
                });
    }

    /** A petition that takes votes for this long. */
    protected UUID opened(Duration period) {
        return opened(UUID.randomUUID(), period);
    }

    protected UUID opened(UUID petition, Duration period) {
        return opened(petition, Instant.now().plus(period));
    }

    protected UUID opened(UUID petition, Instant closesAt) {
        TestEvents.say(
                "petitions",
                petition,
                1,
                "PetitionOpened",
                """
                {"petitionId":"%s","textVersion":1,"opensAt":"%s","closesAt":"%s","revision":1,
                 "rules":{"version":1,"threshold":300,"minimumAge":13,"votingPeriod":"P90D"}}
                """
                        .formatted(petition, Instant.now(), closesAt));
        awaitState(petition, BoxState.OPEN);
        return petition;
    }

    protected void closed(UUID petition, long number) {
        TestEvents.say(
                "petitions",
                petition,
                number,
                "PetitionClosed",
                "{\"petitionId\":\"%s\",\"revision\":1,\"closedAt\":\"%s\"}"
                        .formatted(petition, Instant.now()));
    }

    protected void awaitState(UUID petition, BoxState state) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> boxes.find(petition).map(BoxRow::state).orElse(null) == state);
    }

    /** Waits until the service has dealt with what is told of a petition, up to a number. */
    protected void awaitApplied(String topic, UUID petition, long number) {
        await().until(
                        () ->
                                jdbc.sql(
                                                        """
                                                        SELECT coalesce(max(number), 0)
                                                        FROM inbox_position
                                                        WHERE topic = ? AND petition = ?
                                                        """)
                                                .params(topic, petition.toString())
                                                .query(Long.class)
                                                .single()
                                        >= number);
    }

    /** Orders the shred of a box, as the tally-projector does. */
    protected void finalised(UUID petition, long count, String digest) {
        byte[] signature =
                TestKeys.SHRED_ORDERS.sign(ShredOrder.bytesToSign(petition, count, digest));
        TestEvents.say(
                "tally", petition, 1, "TallyFinalized", order(petition, count, digest, signature));
    }

    protected static String order(UUID petition, long count, String digest, byte[] signature) {
        return """
        {"petitionId":"%s","count":%d,"digest":"%s","kid":"%s","signature":"%s"}
        """
                .formatted(
                        petition,
                        count,
                        digest,
                        TestKeys.SHRED_ORDERS.kid(),
                        TestVoter.base64(signature));
    }

    protected static String lines(Set<String> trackers) {
        return trackers.stream().sorted().map(t -> t + "\n").collect(Collectors.joining());
    }

    protected static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Votes as fast as it goes until the vote has ended; the fickle withdraw every vote again. */
    protected void pour(UUID petition, boolean fickle, Set<String> counted, Set<String> unsure) {
        while (true) {
            var voter = TestVoter.somebody();
            String tracker = TestVoter.tracker();
            int cast = vote(petition, voter, tracker).statusCode();
            if (cast == 410) {
                return;
            }
            if (cast != 201) {
                unsure.add(cast + " " + tracker);
                continue;
            }
            int withdrawn = fickle ? withdraw(petition, voter, tracker).statusCode() : 0;
            if (withdrawn != 204) {
                counted.add(tracker);
            }
        }
    }

    protected HttpResponse<String> vote(UUID petition, TestVoter voter, String tracker) {
        return post("/api/v1/petitions/" + petition + "/votes", voter.header(petition), tracker);
    }

    protected HttpResponse<String> withdraw(UUID petition, TestVoter voter, String tracker) {
        return post(
                "/api/v1/petitions/" + petition + "/withdrawals", voter.header(petition), tracker);
    }

    protected HttpResponse<String> ownVote(UUID petition, TestVoter voter) {
        return get("/api/v1/petitions/" + petition + "/vote", voter.header(petition));
    }

    protected HttpResponse<String> list(UUID petition, String token) {
        return get("/internal/ballot-boxes/" + petition + "/trackers", "Bearer " + token);
    }

    protected static String listReader() {
        return TestIssuer.token("tally-projector", "voting-service", "tracker-list-reader");
    }

    protected HttpResponse<String> post(String path, String authorization, String tracker) {
        return send(
                request(path, authorization)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"tracker\":\"" + tracker + "\"}")));
    }

    protected HttpResponse<String> get(String path, String authorization) {
        return send(request(path, authorization).GET());
    }

    protected HttpResponse<String> manage(String path) {
        return send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/" + path)));
    }

    protected HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization);
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
