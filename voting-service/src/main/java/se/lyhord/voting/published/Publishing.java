package se.lyhord.voting.published;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.eventstore.EventHandlers;
import se.lyhord.exchange.EventPublisher;
import se.lyhord.exchange.NumberedPublisher;
import se.lyhord.voting.config.CountPublisher;

/** The publishers. */
@Configuration(proxyBeanMethods = false)
class Publishing {

    @Bean
    EventHandlers ballotBoxForwarder(NumberedPublisher numbered, EventPublisher plain) {
        return EventHandlers.onlyOnce("voting", new BallotBoxForwarder(numbered, plain));
    }

    @Bean
    CountPublisher countPublisher(EventPublisher publisher) {
        return (petition, number, count) ->
                publisher.publish("counts", petition, number, new VotesCounted(petition, count));
    }
}
