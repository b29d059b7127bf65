package se.lyhord.petition.browse;

import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import se.lyhord.eventstore.EventHandlers;

/** How reading is wired. */
@Configuration
class BrowseConfiguration {

    private static final String PROCESSOR = "browse";

    @Bean
    EventHandlers petitionProjectionHandlers(PetitionProjection projection) {
        return EventHandlers.projection(PROCESSOR, projection);
    }

    /** The read model changes in the very transaction of the event, and needs no catching up. */
    @Bean
    ConfigurerModule projectionInTheSameTransaction() {
        return configurer ->
                configurer.eventProcessing().registerSubscribingEventProcessor(PROCESSOR);
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> petitionEtags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns(
                "/api/v1/petitions/*", "/api/v1/petitions.csv", "/api/v1/statistics");
        return registration;
    }
}
