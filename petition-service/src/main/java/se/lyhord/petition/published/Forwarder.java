package se.lyhord.petition.published;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.NumberedPublisher;
import se.lyhord.petition.petition.PetitionEvent;

/**
 * The only way out: what is stored is published, in order, and counts as done when the broker has
 * confirmed. While the broker is away the events wait in the store.
 */
@Component
class Forwarder {

    private static final String TOPIC = "petitions";

    private final NumberedPublisher publisher;

    Forwarder(NumberedPublisher publisher) {
        this.publisher = publisher;
    }

    @EventHandler
    void forward(PetitionEvent event) {
        Translation.of(event)
                .ifPresent(
                        published -> publisher.publish(TOPIC, published.petitionId(), published));
    }
}
