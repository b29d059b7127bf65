package se.lyhord.exchange;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service wants of Spring Cloud Stream, below anything a service sets itself. */
final class ExchangeDefaults implements EnvironmentPostProcessor {

    private static final String BINDER = "spring.cloud.stream.kafka.binder.";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "eventExchangeDefaults",
                                Map.ofEntries(
                                        binder("auto-create-topics", "false"),
                                        binder("required-acks", "all"),
                                        producer("enable.idempotence", "true"),
                                        // Together below the 5 s that a transaction of the voting
                                        // service may last.
                                        producer("max.block.ms", "2000"),
                                        producer("request.timeout.ms", "2000"),
                                        producer("delivery.timeout.ms", "2800"),
                                        client("reconnect.backoff.max.ms", "2000"),
                                        // The partitions of an instance that was killed, or
                                        // hangs, are taken up after this, not after 45 s.
                                        binder("consumer-properties.session.timeout.ms", "10000"),
                                        Map.entry(
                                                "spring.cloud.stream.kafka.default.producer.sync",
                                                "true"),
                                        consumer("start-offset", "earliest"),
                                        consumer("ack-mode", "RECORD"),
                                        // The listener container tries again, not the binding.
                                        Map.entry(
                                                "spring.cloud.stream.default.consumer.max-attempts",
                                                "1"),
                                        // Reading and voting go on while Kafka is away.
                                        Map.entry("management.health.binders.enabled", "false"),
                                        Map.entry("logging.level.org.apache.kafka", "WARN"),
                                        // Warns every minute of partitions another instance has.
                                        Map.entry(
                                                "logging.level.org.apache.kafka.clients.consumer"
                                                        + ".internals.OffsetFetcherUtils",
                                                "ERROR"))));
    }

    private static Map.Entry<String, Object> binder(String name, String value) {
        return Map.entry(BINDER + name, value);
    }

    private static Map.Entry<String, Object> producer(String name, String value) {
        return Map.entry(BINDER + "producer-properties." + name, value);
    }

    private static Map.Entry<String, Object> client(String name, String value) {
        return Map.entry(BINDER + "configuration." + name, value);
    }

    private static Map.Entry<String, Object> consumer(String name, String value) {
        return Map.entry("spring.cloud.stream.kafka.default.consumer." + name, value);
    }
}
