package se.lyhord.moderation.config;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.StoredEventTypes;
import se.lyhord.moderation.review.ReviewCase;
import se.lyhord.moderation.review.ReviewEvent;

/** Tells the event store about this service's one aggregate. */
@Configuration(proxyBeanMethods = false)
class ReviewStore {

    @Bean
    StoredEventTypes reviewEvents() {
        return StoredEventTypes.of(ReviewEvent.class);
    }

    @Bean
    ConfigurerModule reviewCases() {
        return configurer -> configurer.configureAggregate(ReviewCase.class);
    }
}
