package se.lyhord.moderation.platform;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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
            "lyhord.settings.interval=PT0.2S",
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
    @Autowired ClientRegistrationRepository logins;
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
        announce(petition, 1);
    }

    static void announce(UUID petition, int version) {
        TestTopics.send(
                "PetitionSubmitted",
                petition,
                version,
                """
                {"petitionId":"%s","textVersion":%d,"textDigest":"%s","language":"sv",
                 "submittedAt":"2026-11-20T09:00:00Z"}
                """
                        .formatted(petition, version, "ab".repeat(32)));
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

    UUID petitionInQueue() {
        var petition = submit("Snöröjning", "Före klockan sju.");
        inQueue(petition);
        return petition;
    }

    UUID closedPetition() throws Exception {
        var petition = petitionInQueue();
        TestTopics.send(
                "PetitionClosed",
                petition,
                2,
                "{\"petitionId\":\"%s\",\"revision\":1,\"closedAt\":\"2026-03-03T22:59:00Z\"}"
                        .formatted(petition));
        await().atMost(SOON)
                .until(
                        () ->
                                pages.perform(
                                                        get("/handlaggning/" + petition)
                                                                .with(as("moderator")))
                                                .andReturn()
                                                .getResponse()
                                                .getStatus()
                                        == 200);
        return petition;
    }

    static MockHttpServletRequestBuilder approve(UUID petition) {
        return post("/granskning/" + petition)
                .param("version", "1")
                .param("decision", "APPROVE")
                .param("reason", "")
                .param("note", "Bara för kollegor");
    }

    MockHttpServletRequestBuilder outcome(UUID petition) {
        return outcome(petition, Instant.now().plusSeconds(300));
    }

    /** Sent by somebody whose access token runs out at the given time. */
    MockHttpServletRequestBuilder outcome(UUID petition, Instant expiry) {
        return post("/handlaggning/" + petition)
                .param("version", "0")
                .param("committee", "TN")
                .param("registryNumber", "TN 2026/0212")
                .param("decidedOn", "2026-04-09")
                .param("decision", "PARTLY_ACCEPTED")
                .param("answer", "Vi röjer snön på de sju största vägarna.")
                .param("answerEnglish", "We clear the seven largest roads of snow.")
                .with(withTokens(expiry));
    }

    RequestPostProcessor as(String role) {
        return as("test", role);
    }

    RequestPostProcessor as(String subject, String role) {
        return oidcLogin()
                .clientRegistration(logins.findByRegistrationId("staff"))
                .idToken(token -> token.subject(subject).claim("name", "Test Testsson"))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    /** Logged in with an access token that runs out at the given time. */
    RequestPostProcessor withTokens(Instant expiry) {
        return request -> {
            new HttpSessionOAuth2AuthorizedClientRepository()
                    .saveAuthorizedClient(
                            tokens(expiry),
                            new TestingAuthenticationToken("test", ""),
                            request,
                            new MockHttpServletResponse());
            return request;
        };
    }

    private OAuth2AuthorizedClient tokens(Instant expiry) {
        return new OAuth2AuthorizedClient(
                logins.findByRegistrationId("staff"),
                "test",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        "access-token",
                        expiry.minusSeconds(300),
                        expiry),
                new OAuth2RefreshToken("refresh-token", expiry.minusSeconds(300)));
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
