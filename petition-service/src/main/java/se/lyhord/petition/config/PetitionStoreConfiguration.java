package se.lyhord.petition.config;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.StoredEventTypes;
import se.lyhord.petition.petition.Petition;
import se.lyhord.petition.petition.PetitionEvent;

/** Makes the event store know the petition and what happens to it. */
@Configuration
class PetitionStoreConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(PetitionEvent.class);
    }

    @Bean
    ConfigurerModule petitionAggregate() {
        return configurer -> configurer.configureAggregate(Petition.class);
    }
}
