package se.lyhord.moderation.published;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.EventHandlers;

/** Runs the forwarder behind the event store, never twice over the same event. */
@Configuration(proxyBeanMethods = false)
class PublishedProcessor {

    @Bean
    EventHandlers publishedHandlers(ModerationForwarder forwarder) {
        return EventHandlers.onlyOnce("published", forwarder);
    }
}
