package se.lyhord.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import se.lyhord.contracts.Contracts;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.tally.tally.Sha256;
import se.lyhord.testkit.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on PostgreSQL and Kafka; the other services' ends are played here. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static VotingServiceStandIn votingService;
    private static PublicKeyHistory orderKeys;

    /** How long the voting service may send nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static Path signing;
    private static Broker broker;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;
    private final UUID petition = UUID.randomUUID();

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

    @Test
    void a_count_is_shown_from_twenty_on_and_only_sent_again_when_it_has_changed()
            throws Exception {
        assertThat(tally().get("fewerThan").asLong()).isEqualTo(20);
        broker.publish("petitions", "PetitionOpened", petition, 1, ",\"rules\":{\"threshold\":25}");
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":19");
        broker.publish("counts", "VotesCounted", petition, 5, ",\"count\":24");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(tally().get("count").asLong()).isEqualTo(24);
        assertThat(tally().get("fewerThan").isNull()).isTrue();
        assertThat(tally().get("state").asString()).isEqualTo("COUNTING");
        assertThat(tally().get("thresholdReachedOn").isNull()).isTrue();

        String tag = get("").headers().firstValue("ETag").orElseThrow();
        assertThat(get("", "If-None-Match", tag).statusCode()).isEqualTo(304);
        broker.publish("counts", "VotesCounted", petition, 6, ",\"count\":26");
        await().atMost(PATIENCE).until(() -> get("", "If-None-Match", tag).statusCode() == 200);
        assertThat(tally().get("thresholdReachedOn").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void the_history_has_no_small_count_and_no_small_step() throws Exception {
        jdbc.sql("INSERT INTO count_of_day VALUES (?, '2026-03-03', 13), (?, '2026-03-05', 24)")
                .params(petition, petition)
                .update();
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":33");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(get("/history.csv").body()).isEqualTo("day,count\r\n2026-03-05,24\r\n");

        broker.publish("counts", "VotesCounted", petition, 2, ",\"count\":34");
        await().atMost(PATIENCE).until(() -> get("/history.csv").body().lines().count() == 3);
        JsonNode history = JSON.readTree(get("/history").body());
        assertThat(history.get("fewerThan").asLong()).isEqualTo(20);
        assertThat(history.get("points").findValuesAsString("count")).containsExactly("24", "34");
        String tag = get("/history").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/history", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void no_threshold_is_reached_before_it_is_known() throws Exception {
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":24");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(tally().get("thresholdReachedOn").isNull()).isTrue();
        broker.publish("petitions", "PetitionOpened", petition, 1, ",\"rules\":{\"threshold\":24}");
        await().atMost(PATIENCE).until(() -> !tally().get("thresholdReachedOn").isNull());
    }

    @Test
    void several_tallies_come_in_the_order_asked_for() throws Exception {
        UUID other = UUID.randomUUID();
        JsonNode items =
                JSON.readTree(get("?petition=" + other + "," + petition).body()).get("items");
        assertThat(items.get(0).get("petitionId").asString()).isEqualTo(other.toString());
        assertThat(items.get(1).get("petitionId").asString()).isEqualTo(petition.toString());
    }

    @Test
    void a_fenced_box_becomes_a_signed_tally_and_the_shredded_keys_a_certificate()
            throws Exception {
        String list = list(40_000);
        votingService.handsOut(petition, list);
        fence(list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        var finalized = broker.tally(petition).getFirst();
        assertThat(Broker.header(finalized, "ce_type"))
                .isEqualTo("se.lyhord.tally.TallyFinalized.v1");
        assertThat(Broker.header(finalized, "ce_number")).isEqualTo("1");
        assertThat(orderVerifies(finalized)).isTrue();
        Contracts.assertValid("tally", "TallyFinalized", finalized.value());
        assertThat(get("/certificate.json").statusCode()).isEqualTo(404);
        assertThat(get("/trackers.txt").statusCode()).isEqualTo(404);

        broker.publish("keys", "PseudonymKeyCreated", petition, 1, ",\"vaultKind\":\"file\"");
        broker.publish("keys", "PseudonymKeyShredded", petition, 2, shredded(7));
        broker.publish("voting", "SaltShredded", petition, 3, shredded(4));
        await().atMost(PATIENCE).until(this::bothKeysAreGone);
        Thread.sleep(1000);
        assertThat(state()).isEqualTo("FINAL");
        broker.publish("voting", "BallotBoxPurged", petition, 4, "");
        await().atMost(PATIENCE).until(() -> state().equals("CERTIFIED"));
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 2);

        byte[] certificate = getBytes("/certificate.json");
        byte[] certifiedEvent = broker.tally(petition).getLast().value();
        Contracts.assertValid("tally", "PetitionCertified", certifiedEvent);
        var certified = JSON.readTree(certifiedEvent);
        assertThat(certified.get("certificateDigest").asString()).isEqualTo(Sha256.of(certificate));
        assertThat(certified.get("count").asLong()).isEqualTo(40_000);
        var keys = PublicKeyHistory.parse(get(URI.create(base() + "/keys")).body());
        assertThat(keys.verifies("certificate-1", certificate, getBytes("/certificate.sig")))
                .isTrue();
        var document = JSON.readTree(certificate);
        assertThat(document.get("ballotBox").get("vaultGeneration").asLong()).isEqualTo(4);
        assertThat(document.get("pseudonymKey").get("vaultGeneration").asLong()).isEqualTo(7);
        assertThat(document.get("day").asString()).isEqualTo(tally().get("day").asString());
        assertThat(get("/trackers.txt").body()).isEqualTo(list);
        assertThat(document.get("digest").asString())
                .isEqualTo(Sha256.of(getBytes("/trackers.txt")));
    }

    @Test
    void a_list_that_is_not_what_the_fence_stated_never_becomes_final() throws Exception {
        String list = list(3);
        votingService.handsOut(petition, list(3));
        fence(list);
        await().atMost(PATIENCE).until(() -> attempts() >= 1);
        Thread.sleep(1000);
        assertThat(state()).isEqualTo("COUNTING");
        assertThat(broker.tally(petition)).isEmpty();
        votingService.handsOut(petition, list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
    }

    @Test
    void a_list_that_cannot_be_had_yet_is_asked_for_until_it_comes() throws Exception {
        String list = list(0);
        fence(list);
        await().atMost(PATIENCE).until(() -> attempts() >= 1);
        assertThat(state()).isEqualTo("COUNTING");
        votingService.forgetTokens();
        votingService.handsOut(petition, list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
        assertThat(tally().get("count").asLong()).isZero();
    }

    @Test
    void a_list_may_take_longer_in_all_than_the_voting_service_may_be_silent() throws Exception {
        String list = list(12);
        votingService.handsOutSlowly(petition, list, SILENCE.dividedBy(6));
        fence(list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
    }

    @Test
    void a_crash_between_storing_and_signing_or_signing_and_telling_is_taken_up() throws Exception {
        // As a crash leaves it: the list is stored, and the voting service is away.
        String list = list(5);
        jdbc.sql("INSERT INTO tracker_list_part (petition, part, trackers) VALUES (?, 0, ?)")
                .params(petition, list.getBytes(StandardCharsets.US_ASCII))
                .update();
        fence(list);
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        await().atMost(PATIENCE).until(this::tellingIsNoted);
        // As a crash leaves it after the broker has confirmed and before that was noted.
        jdbc.sql("UPDATE final_tally SET published = false WHERE petition = ?")
                .param(petition)
                .update();
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 2);
        var events = broker.tally(petition);
        assertThat(Broker.header(events.get(1), "ce_id"))
                .isEqualTo(Broker.header(events.get(0), "ce_id"));
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
    }

    @Test
    void what_a_broker_from_an_old_copy_lacks_is_told_again_at_the_next_start() throws Exception {
        jdbc.sql(
                        """
                        INSERT INTO final_tally (petition, count, digest, kid, signature, published)
                        VALUES (?, 5, 'd', 'k', '', true)
                        """)
                .param(petition)
                .update();
        try (var second = secondInstance(Map.of())) {
            assertThat(second.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        }
    }

    @Test
    void two_instances_share_the_work_and_say_the_same() throws Exception {
        var petitions = Stream.generate(UUID::randomUUID).limit(8).toList();
        int before = votingService.downloads.get();
        try (var second = secondInstance(Map.of())) {
            assertThat(second.isRunning()).isTrue();
            for (UUID each : petitions) {
                String list = list(100);
                votingService.handsOut(each, list);
                fence(each, list);
            }
            for (UUID each : petitions) {
                await().atMost(PATIENCE).until(() -> !broker.tally(each).isEmpty());
            }
        }
        // On a machine so busy that a piece takes longer than its turn, one may be done twice.
        assertThat(votingService.downloads.get() - before).isBetween(8, 10);
        assertThat(petitions)
                .allSatisfy(
                        each ->
                                assertThat(broker.tally(each))
                                        .extracting(event -> new String(event.value(), UTF_8))
                                        .containsOnly(
                                                new String(
                                                        broker.tally(each).getFirst().value(),
                                                        UTF_8)));
    }

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

    @Test
    void refusals_are_problems_in_the_language_of_who_asks() throws Exception {
        JsonNode swedish = JSON.readTree(get("/certificate.json").body());
        assertThat(swedish.get("type").asString()).isEqualTo("urn:lyhord:problem:not-certified");
        assertThat(swedish.get("title").asString()).isEqualTo("Inget intyg än");
        JsonNode english =
                JSON.readTree(get("/certificate.json", "Accept-Language", "en-GB").body());
        assertThat(english.get("title").asString()).isEqualTo("No certificate yet");
        var bad = get(URI.create(base() + "/no-id"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(bad.body()).get("errors").get(0).get("code").asString())
                .isEqualTo("invalid");
        var none = get(URI.create(base()));
        assertThat(JSON.readTree(none.body()).get("errors").get(0).get("code").asString())
                .isEqualTo("missing");
        String many = "a,".repeat(101).replace("a", petition.toString());
        var tooMany = get(URI.create(base() + "?petition=" + many));
        assertThat(JSON.readTree(tooMany.body()).get("errors").get(0).get("message").asString())
                .contains("högst 100");
    }

    @Test
    void the_api_describes_itself() throws Exception {
        var api = get(URI.create("http://127.0.0.1:" + port + "/openapi"));
        assertThat(JSON.readTree(api.body()).get("paths").propertyNames())
                .contains("/api/v1/tallies/{petitionId}", "/api/v1/tallies/keys");
    }

    @Test
    void the_services_role_can_neither_change_nor_delete_a_result() {
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM pg_tables WHERE schemaname = 'public'
                                        AND tablename IN ('final_tally', 'closing_certificate',
                                            'tracker_list_part', 'salt_shredded')
                                        AND (has_table_privilege(tablename::text, 'DELETE')
                                            OR has_table_privilege(tablename::text, 'TRUNCATE')
                                            OR has_table_privilege(tablename::text, 'UPDATE'))
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private ConfigurableApplicationContext secondInstance(Map<String, String> own) {
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

    private void fence(String list) throws Exception {
        fence(petition, list);
    }

    private void fence(UUID of, String list) throws Exception {
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

    private static String list(int trackers) {
        var random = ThreadLocalRandom.current();
        return Stream.generate(() -> "%016x%016x\n".formatted(random.nextLong(), random.nextLong()))
                .limit(trackers)
                .sorted()
                .collect(Collectors.joining());
    }

    private static String shredded(int generation) {
        return ",\"vaultKind\":\"file\",\"vaultGeneration\":" + generation;
    }

    private boolean orderVerifies(ConsumerRecord<String, byte[]> event) {
        JsonNode data = JSON.readTree(event.value());
        byte[] order =
                ShredOrder.bytesToSign(
                        petition, data.get("count").asLong(), data.get("digest").asString());
        byte[] signature = Base64.getUrlDecoder().decode(data.get("signature").asString());
        return orderKeys.verifies(data.get("kid").asString(), order, signature);
    }

    private boolean tellingIsNoted() {
        return jdbc.sql("SELECT published FROM final_tally WHERE petition = ?")
                .param(petition)
                .query(Boolean.class)
                .single();
    }

    private boolean bothKeysAreGone() {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM salt_shredded WHERE petition = :petition)
                        AND EXISTS (SELECT FROM pseudonym_key_shredded WHERE petition = :petition)
                        """)
                .param("petition", petition)
                .query(Boolean.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("SELECT attempts FROM ballot_box_fenced WHERE petition = ?")
                .param(petition)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private String state() throws Exception {
        return tally().get("state").asString();
    }

    private JsonNode tally() throws Exception {
        return JSON.readTree(get("").body());
    }

    private String base() {
        return "http://127.0.0.1:" + port + "/api/v1/tallies";
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        String of = path.startsWith("?") ? path : "/" + petition + path;
        return get(URI.create(base() + of), headers);
    }

    private static HttpResponse<String> get(URI uri, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private byte[] getBytes(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base() + "/" + petition + path)).build();
        return HTTP.send(request, BodyHandlers.ofByteArray()).body();
    }
}
