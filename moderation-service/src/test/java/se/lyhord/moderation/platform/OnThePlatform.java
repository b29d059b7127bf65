package se.lyhord.moderation.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import se.lyhord.testkit.Platform;
import se.lyhord.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs: real PostgreSQL, real Kafka, real HTTP. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "lyhord.texts.interval=PT0.2S",
            "spring.security.oauth2.client.registration.services.client-secret=test",
            "spring.security.oauth2.client.registration.staff.client-secret=test"
        })
@AutoConfigureMockMvc
abstract class OnThePlatform {

    static final PetitionServiceStandIn petitionService = new PetitionServiceStandIn();
    static final Duration SOON = Duration.ofSeconds(30);

    private static final HttpClient http = HttpClient.newHttpClient();
    private static final JsonMapper json = new JsonMapper();

    @Autowired MockMvc pages;
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.registerDatabase(registry, "moderation");
        Platform.registerKafka(registry);
        TestIssuer.register(registry);
        registry.add("lyhord.petition-service.url", petitionService::url);
        registry.add("lyhord.staff.end-session-uri", () -> petitionService.url() + "/logout");
        registry.add(
                "spring.security.oauth2.client.provider.staff.token-uri",
                () -> petitionService.url() + "/token");
    }

    /** Hands in a petition whose text can be fetched. */
    static UUID submit(String title, String text) {
        var petition = UUID.randomUUID();
        petitionService.has(petition, title, text);
        announce(petition);
        return petition;
    }

    static void announce(UUID petition) {
        TestTopics.send(
                "PetitionSubmitted",
                petition,
                1,
                """
                {"petitionId":"%s","textVersion":1,"textDigest":"%s","language":"sv",
                 "submittedAt":"2026-11-20T09:00:00Z"}
                """
                        .formatted(petition, "ab".repeat(32)));
    }

    /** Waits until the petition is in the queue, with its text. */
    JsonNode inQueue(UUID petition) {
        return await().atMost(SOON)
                .until(() -> queued(petition), item -> item != null && !item.get("title").isNull());
    }

    /** The petition's line in the queue, or null. */
    JsonNode queued(UUID petition) {
        for (var item : json.readTree(ask("/api/v1/reviews", token()).body()).get("items")) {
            if (item.get("petitionId").asString().equals(petition.toString())) {
                return item;
            }
        }
        return null;
    }

    HttpResponse<String> decide(UUID petition, String moderator, String ifMatch, String body) {
        var request =
                request("/api/v1/reviews/" + petition + "/decision", token(moderator))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    HttpResponse<String> ask(String path, String token) {
        return send(request(path, token));
    }

    HttpResponse<String> operate(String method, String path) {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    static String token() {
        return token("anna");
    }

    static String token(String moderator) {
        return TestIssuer.token(moderator, "moderation-service", "moderator");
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
