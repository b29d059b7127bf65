package se.lyhord.exchange;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** Gives a service its publishers and its inbox, in the database if it has one. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
public class EventExchangeAutoConfiguration {

    @Bean
    EventPublisher eventPublisher(
            StreamBridge bridge,
            BindingServiceProperties bindings,
            @Value("${spring.application.name}") String service) {
        return new EventPublisher(bridge, bindings, new EventJson(), Clock.systemUTC(), service);
    }

    @Bean
    KafkaRecords kafkaRecords(Environment environment) {
        return new KafkaRecords(environment);
    }

    @Bean
    TopicHistory topicHistory(KafkaRecords records) {
        return new TopicHistory(records::all);
    }

    @Bean
    LastTold lastTold(KafkaRecords records) {
        return new LastTold(records);
    }

    @Bean
    OncePublisher oncePublisher(EventPublisher publisher, LastTold lastTold) {
        return new OncePublisher(publisher, lastTold);
    }

    /** Named as the binder looks it up. */
    @Bean
    CloudEventHeaderMapper kafkaBinderHeaderMapper() {
        return new CloudEventHeaderMapper();
    }

    @Bean
    NoTopicLookup noTopicLookup() {
        return new NoTopicLookup();
    }

    @Bean
    ParkedEndpoint parkedEndpoint(Inbox inbox) {
        return new ParkedEndpoint(inbox);
    }

    @Bean
    MeterBinder parkedEvents(Inbox inbox) {
        return (MeterRegistry registry) ->
                Gauge.builder("lyhord.inbox.parked", inbox, source -> source.parked().size())
                        .description("events that wait for an operator's release")
                        .register(registry);
    }

    /** A record is acknowledged after its transaction; what fails comes again until it succeeds. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deliverUntilApplied() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(5_000);
            DefaultErrorHandler errorHandler = new DefaultErrorHandler(backOff);
            // By default it drops what it takes for hopeless.
            errorHandler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(errorHandler);
            container.getContainerProperties().setAckMode(ContainerProperties.AckMode.RECORD);
        };
    }

    /** For services without one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(type = "javax.sql.DataSource")
    static class WithoutDatabase {

        @Bean
        Inbox inbox() {
            return Inbox.inMemory(Clock.systemUTC());
        }
    }

    /** For services with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(type = "javax.sql.DataSource")
    static class WithDatabase {

        @Bean
        Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new Inbox(
                    new JdbcInboxStore(jdbc, new TransactionTemplate(transactions)),
                    Clock.systemUTC());
        }

        @Bean
        NumberedPublisher numberedPublisher(
                EventPublisher publisher, JdbcClient jdbc, LastTold lastTold) {
            return new NumberedPublisher(publisher, jdbc, lastTold);
        }
    }
}
