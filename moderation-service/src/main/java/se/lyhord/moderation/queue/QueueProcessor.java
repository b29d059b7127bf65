package se.lyhord.moderation.queue;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.EventHandlers;

/**
 * The queue changes in the transaction of the event itself, so that a moderator never meets a
 * petition again that has just been decided.
 */
@Configuration(proxyBeanMethods = false)
class QueueProcessor {

    private static final String NAME = "queue";

    @Bean
    EventHandlers queueHandlers(QueueProjection projection) {
        return EventHandlers.projection(NAME, projection);
    }

    @Bean
    ConfigurerModule queueInTheSameTransaction() {
        return configurer -> configurer.eventProcessing().registerSubscribingEventProcessor(NAME);
    }
}
