package se.lyhord.eventstore;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon put together by hand: its own auto-configuration knows Axon Server and JPA, and without
 * either it runs without transactions and says nothing.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
public class EventStoreAutoConfiguration {

    /** How soon events of other instances, and of transactions that Axon does not see, are read. */
    private static final long FETCH_DELAY_MILLIS = 250;

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider axonConnectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            StoredEventTypes events,
            ObjectProvider<EventUpcaster> upcasters) {
        return EventTables.engine(
                connections,
                transactions,
                events,
                new EventUpcasterChain(upcasters.orderedStream().toList()));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections) {
        return EventTables.tokens(connections);
    }

    @Bean
    org.axonframework.config.Configuration axonConfiguration(
            TransactionManager transactions,
            EventStorageEngine engine,
            TokenStore tokens,
            StoredEventTypes events,
            ObjectProvider<ConfigurerModule> modules,
            ObjectProvider<EventHandlers> handlers) {
        // Modules found on the class path would bring Axon's update check, which calls home.
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .registerComponent(TransactionManager.class, axon -> transactions)
                        .registerComponent(TokenStore.class, axon -> tokens)
                        .configureSerializer(axon -> new StoredEventSerializer(events))
                        .configureCorrelationDataProviders(axon -> List.of())
                        .configureEventStore(axon -> eventStore(engine));
        configurer
                .eventProcessing()
                .byDefaultAssignHandlerInstancesTo(handler -> ((NamedHandler) handler).processor())
                .registerDefaultListenerInvocationErrorHandler(
                        axon -> PropagatingErrorHandler.instance())
                .registerEventProcessorFactory(
                        (name, axon, invoker) ->
                                new PatientProcessor(
                                        TrackingEventProcessor.builder()
                                                .name(name)
                                                .eventHandlerInvoker(invoker)
                                                .messageSource(axon.eventStore())
                                                .tokenStore(tokens)
                                                .transactionManager(transactions)
                                                .trackingEventProcessorConfiguration(
                                                        fromTheBeginning())));
        handlers.orderedStream()
                .forEach(
                        group ->
                                configurer
                                        .eventProcessing()
                                        .registerEventHandler(axon -> new NamedHandler(group)));
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    private static EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .timeUnit(TimeUnit.MILLISECONDS)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .cleanupDelay(10_000)
                .build();
    }

    private static TrackingEventProcessorConfiguration fromTheBeginning() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andTokenClaimInterval(2, TimeUnit.SECONDS);
    }

    @Bean
    AxonLifecycle axonLifecycle(org.axonframework.config.Configuration axon, JdbcClient jdbc) {
        return new AxonLifecycle(axon, jdbc);
    }

    @Bean
    EventStore eventStore(org.axonframework.config.Configuration axon) {
        return axon.eventStore();
    }

    @Bean
    CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }

    @Bean
    Commands commands(CommandGateway gateway) {
        return new Commands(gateway);
    }
}
