package se.lyhord.voting.config;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import se.lyhord.eventstore.StoredEventTypes;
import se.lyhord.voting.ballot.BallotBox;
import se.lyhord.voting.ballot.BallotBoxEvent;
import se.lyhord.voting.ballot.ChangedBoxes;

/** The threads of the sweeps, and what is stored and remembered of boxes. */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {

    /** Several threads: a sweep that waits for leases or the broker must not hold up a fence. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        // Each sweep uses two connections of the pool; the rest is for voters.
        scheduler.setPoolSize(3);
        scheduler.setThreadNamePrefix("sweep-");
        return scheduler;
    }

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(BallotBoxEvent.class);
    }

    @Bean
    ConfigurerModule ballotBox() {
        return configurer -> configurer.configureAggregate(BallotBox.class);
    }

    @Bean
    ChangedBoxes changedBoxes() {
        return new ChangedBoxes();
    }
}
