package se.lyhord.tally;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.tally.tally.Sha256;
import se.lyhord.testkit.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on PostgreSQL and Kafka; the other services' ends are played here. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ServiceTest {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static VotingServiceStandIn votingService;
    static PublicKeyHistory orderKeys;

    /** How long the voting service may send nothing. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static Path signing;
    static Broker broker;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;
    final UUID petition = UUID.randomUUID();

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) throws IOException {
        Platform.registerDatabase(registry, "tally");
        Platform.registerKafka(registry);
        votingService = new VotingServiceStandIn();
        signing = Files.createTempDirectory("signing");
        orderKeys = signer("shred-order");
        signer("certificate");
        registry.add("lyhord.signing.directory", signing::toString);
        registry.add("lyhord.voting-service.url", votingService::url);
        registry.add("lyhord.voting-service.silence", SILENCE::toString);
        registry.add("lyhord.sweep.pause", () -> "50ms");
        registry.add("management.server.port", () -> "0");
        String tokens = "spring.security.oauth2.client.";
        registry.add(tokens + "provider.staff.token-uri", () -> votingService.url() + "/token");
        registry.add(tokens + "registration.services.client-secret", () -> "test");
    }

    private static PublicKeyHistory signer(String name) throws IOException {
        var key = SigningKey.generate(name + "-1");
        var history = PublicKeyHistory.startingWith(name + "-1", key.publicKey());
        key.signingKey().write(signing.resolve(name + ".key.pem"));
        history.write(signing.resolve(name + "-keys.json"));
        return history;
    }

    @BeforeAll
    static void connect() {
        broker = new Broker(Platform.kafkaServers());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    final ConfigurableApplicationContext secondInstance(Map<String, String> own) {
        Map<String, String> toldOtherwise = new HashMap<>(own);
        toldOtherwise.put("server.port", "0");
        toldOtherwise.put("management.server.port", "0");
        var inherited = new Inherited(environment, toldOtherwise);
        return new SpringApplicationBuilder(TallyProjector.class)
                .initializers(
                        context ->
                                context.getEnvironment().getPropertySources().addFirst(inherited))
                .run();
    }

    final void fence(String list) throws Exception {
        fence(petition, list);
    }

    final void fence(UUID of, String list) throws Exception {
        String digest = Sha256.of(list.getBytes(StandardCharsets.US_ASCII));
        broker.publish("voting", "BallotBoxOpened", of, 1, "");
        broker.publish(
                "voting",
                "BallotBoxFenced",
                of,
                2,
                ",\"revision\":1,\"cut\":%d,\"digest\":\"%s\""
                        .formatted(list.length() / 33, digest));
    }

    static String list(int trackers) {
        var random = ThreadLocalRandom.current();
        return Stream.generate(() -> "%016x%016x\n".formatted(random.nextLong(), random.nextLong()))
                .limit(trackers)
                .sorted()
                .collect(Collectors.joining());
    }

    final int attempts() {
        return jdbc.sql("SELECT attempts FROM ballot_box_fenced WHERE petition = ?")
                .param(petition)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    final String state() throws Exception {
        return tally().get("state").asString();
    }

    final JsonNode tally() throws Exception {
        return JSON.readTree(get("").body());
    }

    final String base() {
        return "http://127.0.0.1:" + port + "/api/v1/tallies";
    }

    final HttpResponse<String> get(String path, String... headers) throws Exception {
        String of = path.startsWith("?") ? path : "/" + petition + path;
        return get(URI.create(base() + of), headers);
    }

    static HttpResponse<String> get(URI uri, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
