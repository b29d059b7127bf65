package se.lyhord.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.testkit.Platform;

/** A small service that publishes and listens, on real PostgreSQL and Kafka. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=moderation-service",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=parked,health",
            "spring.flyway.locations=classpath:db/event-exchange,classpath:db/test",
            "spring.flyway.placeholders.serviceRole=moderation_service",
            "spring.cloud.function.definition=petitions",
            "spring.cloud.stream.bindings.petitions-in-0.destination=petitions",
            "spring.cloud.stream.bindings.petitions-in-0.group=moderation-service"
        })
class ExchangeOverKafkaTest {

    record PetitionClosed(UUID petitionId, int revision) {}

    record PetitionApproved(UUID petitionId, int textVersion) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        Consumer<Message<byte[]>> petitions(Inbox inbox, JdbcClient jdbc) {
            return inbox.topic("petitions")
                    .on(
                            PetitionClosed.class,
                            event ->
                                    jdbc.sql(
                                                    "INSERT INTO closed (petition, revision) VALUES (?, ?)")
                                            .params(event.petitionId(), event.revision())
                                            .update())
                    .consumer();
        }
    }

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.registerDatabase(registry, "moderation");
        Platform.registerKafka(registry);
    }

    @Autowired private EventPublisher publisher;
    @Autowired private NumberedPublisher numbered;
    @Autowired private OncePublisher once;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;
    @LocalManagementPort private int managementPort;

    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();

    @Test
    void parksOnePetitionWhileAnotherGoesOnAndReleasesInOrder() throws Exception {
        sendRaw(a, 1, "{not json");
        sendRaw(a, 2, closed(a, 2));
        sendRaw(a, 3, closed(a, 3));
        sendRaw(b, 1, closed(b, 1));

        await().untilAsserted(() -> assertThat(applied(b)).containsExactly(1));
        assertThat(applied(a)).isEmpty();
        assertThat(call("GET", "")).contains(a.toString()).doesNotContain(b.toString());

        sendRaw(a, 1, closed(a, 1));
        sendRaw(b, 2, closed(b, 2));
        await().untilAsserted(() -> assertThat(applied(b)).containsExactly(1, 2));
        await().untilAsserted(
                        () -> {
                            call("POST", "/petitions/" + a);
                            assertThat(applied(a)).containsExactly(1, 2, 3);
                        });
        assertThat(call("GET", "")).doesNotContain(a.toString());
    }

    @Test
    void aRecordThatIsNoEventAtAllHoldsUpNobodyElse() throws Exception {
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>("petitions", null, null)).get();
            producer.send(new ProducerRecord<>("petitions", null, "x")).get();
            ProducerRecord<String, String> odd = new ProducerRecord<>("petitions", "odd", "x");
            odd.headers().add("contentType", "not a media type".getBytes(UTF_8));
            odd.headers().add("ce_source", "::".getBytes(UTF_8));
            odd.headers().add("ce_number", new byte[] {-1, -2});
            producer.send(odd).get();
            producer.send(new ProducerRecord<>("petitions", "with\0nul", "x")).get();
            producer.send(new ProducerRecord<>("petitions", "long".repeat(5_000), "x")).get();
        }
        sendRaw(b, 1, closed(b, 1));

        await().untilAsserted(() -> assertThat(applied(b)).containsExactly(1));
    }

    @Test
    void publishesCloudEventsInBinaryMode() {
        publisher.publish("moderation", a, 7, new PetitionApproved(a, 3));

        ConsumerRecord<String, String> sent = read("moderation", a).getLast();
        assertThat(sent.value()).isEqualTo("{\"petitionId\":\"" + a + "\",\"textVersion\":3}");
        assertThat(headers(sent))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", a + "-moderation-7")
                .containsEntry("ce_source", "/lyhord/moderation-service")
                .containsEntry("ce_type", "se.lyhord.moderation.PetitionApproved.v1")
                .containsEntry("ce_subject", a.toString())
                .containsEntry("ce_number", "7")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time")
                .hasSize(8);
    }

    @Test
    void countsCarryNoTimeAndTombstonesNothing() {
        publisher.publish("counts", a, 1, new PetitionApproved(a, 3));
        publisher.tombstone("counts", a);

        List<ConsumerRecord<String, String>> sent = read("counts", a);
        assertThat(headers(sent.getFirst())).doesNotContainKey("ce_time").hasSize(7);
        assertThat(sent.getLast().value()).isNull();
        assertThat(headers(sent.getLast())).isEmpty();
    }

    @Test
    void numbersAreHandedOutInTheCallersTransaction() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> numbered.publish("tally", a, new PetitionApproved(a, 1)))
                .isInstanceOf(IllegalStateException.class);
        transaction.executeWithoutResult(
                status -> numbered.publish("tally", a, new PetitionApproved(a, 1)));
        transaction.executeWithoutResult(
                status -> {
                    numbered.publish("tally", a, new PetitionApproved(a, 2));
                    status.setRollbackOnly();
                });
        transaction.executeWithoutResult(
                status -> numbered.publish("tally", a, new PetitionApproved(a, 2)));

        assertThat(read("tally", a))
                .extracting(sent -> headers(sent).get("ce_number"))
                .containsExactly("1", "2", "2");
    }

    @Test
    void aDatabaseFromAnOldCopyTellsNothingElseUnderANumberThatIsOut() {
        tell(new PetitionApproved(a, 1));
        tell(new PetitionApproved(a, 2));
        tell(new PetitionApproved(a, 3));
        putBackTo(1);
        tell(new PetitionApproved(a, 4));
        putBackTo(1);
        tell(new PetitionApproved(a, 4));
        tell(new PetitionApproved(a, 5));

        assertThat(read("tally", a))
                .extracting(sent -> headers(sent).get("ce_number") + ": " + sent.value())
                .containsExactly(
                        "1: " + approved(1),
                        "2: " + approved(2),
                        "3: " + approved(3),
                        "4: " + approved(4),
                        "4: " + approved(4),
                        "5: " + approved(5));
    }

    @Test
    void whatIsToldOnceStaysAsItWasToldFirst() {
        once.publish("keys", a, 1, new PetitionApproved(a, 1));
        once.publish("keys", a, 2, new PetitionApproved(a, 2));
        once.publish("keys", a, 1, new PetitionApproved(a, 1));
        once.publish("keys", a, 2, new PetitionApproved(a, 7));
        once.publish("keys", b, 1, new PetitionApproved(b, 1));

        assertThat(read("keys", a))
                .extracting(ConsumerRecord::value)
                .containsExactly(approved(1), approved(2));
        assertThat(read("keys", b)).hasSize(1);
    }

    private void tell(PetitionApproved event) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> numbered.publish("tally", a, event));
    }

    private void putBackTo(long number) {
        jdbc.sql("UPDATE published_number SET number = ? WHERE topic = 'tally' AND petition = ?")
                .params(number, a)
                .update();
    }

    private String approved(int textVersion) {
        return "{\"petitionId\":\"" + a + "\",\"textVersion\":" + textVersion + "}";
    }

    @Test
    void goesOnByItselfAfterTheBrokerWasAway() throws Exception {
        publisher.publish("tally", b, 1, new PetitionApproved(b, 1));
        Platform.stopKafka();
        try {
            long before = System.nanoTime();
            assertThatThrownBy(() -> publisher.publish("tally", b, 2, new PetitionApproved(b, 2)))
                    .isInstanceOf(BrokerUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(8));
        } finally {
            Platform.startKafka();
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(BrokerUnavailable.class)
                .until(
                        () -> {
                            publisher.publish("tally", b, 2, new PetitionApproved(b, 2));
                            return true;
                        });
        sendRaw(b, 1, closed(b, 1));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(applied(b)).containsExactly(1));
    }

    private List<Integer> applied(UUID petition) {
        return jdbc.sql("SELECT revision FROM closed WHERE petition = ? ORDER BY place")
                .param(petition)
                .query(Integer.class)
                .list();
    }

    private String call(String method, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + managementPort
                                                            + "/actuator/parked"
                                                            + path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isBetween(200, 204);
            return response.body();
        }
    }

    private static String closed(UUID petition, int revision) {
        return "{\"petitionId\":\"" + petition + "\",\"revision\":" + revision + "}";
    }

    private static void sendRaw(UUID petition, long number, String body)
            throws InterruptedException, ExecutionException {
        ProducerRecord<String, String> event =
                new ProducerRecord<>("petitions", petition.toString(), body);
        event.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        event.headers().add("ce_type", "se.lyhord.petitions.PetitionClosed.v1".getBytes(UTF_8));
        event.headers().add("ce_number", Long.toString(number).getBytes(UTF_8));
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(event).get();
        }
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", Platform.kafkaServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<ConsumerRecord<String, String>> read(String topic, UUID petition) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                Platform.kafkaServers(),
                                "group.id",
                                UUID.randomUUID().toString(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .records(topic)
                                        .forEach(
                                                sent -> {
                                                    if (petition.toString().equals(sent.key())) {
                                                        found.add(sent);
                                                    }
                                                });
                                return !found.isEmpty();
                            });
        }
        return found;
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> sent) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : sent.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }
}
