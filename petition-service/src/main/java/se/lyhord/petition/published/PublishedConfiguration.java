package se.lyhord.petition.published;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.EventHandlers;

/** How publishing is wired: once only, a replay would repeat old news under new numbers. */
@Configuration
class PublishedConfiguration {

    @Bean
    EventHandlers forwarderHandlers(Forwarder forwarder) {
        return EventHandlers.onlyOnce("published", forwarder);
    }
}
