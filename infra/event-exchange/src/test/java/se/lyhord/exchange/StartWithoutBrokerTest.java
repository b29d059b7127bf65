package se.lyhord.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.testkit.Platform;

/** A service without a database, such as the gateway, whose broker comes later than itself. */
@Tag("slow")
class StartWithoutBrokerTest {

    record PseudonymKeyCreated(UUID petitionId, String vaultKind) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    static class Service {

        final List<UUID> heard = new CopyOnWriteArrayList<>();

        @Bean
        Consumer<Message<byte[]>> keys(Inbox inbox) {
            return inbox.topic("keys")
                    .on(PseudonymKeyCreated.class, event -> heard.add(event.petitionId()))
                    .consumer();
        }
    }

    @Test
    void startsAtOnceAndReadsAllFromTheBeginningOnceTheBrokerIsThere() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        try (ConfigurableApplicationContext first = start()) {
            first.getBean(EventPublisher.class)
                    .publish("keys", before, 1, new PseudonymKeyCreated(before, "file"));
        }
        Platform.stopKafka();
        long begun = System.nanoTime();
        try (ConfigurableApplicationContext second = start()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(20));
            assertThatThrownBy(() -> told(second)).isInstanceOf(BrokerUnavailable.class);
            Platform.startKafka();
            Service service = second.getBean(Service.class);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.heard).contains(before));
            second.getBean(EventPublisher.class)
                    .publish("keys", after, 1, new PseudonymKeyCreated(after, "file"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.heard).contains(after));
            assertThat(told(second)).contains(before, after);
            assertThatThrownBy(() -> second.getBean(TopicHistory.class).read("no-such-topic"))
                    .isInstanceOf(BrokerUnavailable.class);
        } finally {
            Platform.startKafka();
        }
    }

    private static List<UUID> told(ConfigurableApplicationContext service) {
        List<UUID> petitions = new ArrayList<>();
        service.getBean(TopicHistory.class)
                .read("keys")
                .each(PseudonymKeyCreated.class, event -> petitions.add(event.petitionId()));
        return petitions;
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=identity-gateway",
                        "spring.cloud.stream.kafka.binder.brokers=" + Platform.kafkaServers(),
                        "spring.cloud.function.definition=keys",
                        "spring.cloud.stream.bindings.keys-in-0.destination=keys")
                .run();
    }
}
