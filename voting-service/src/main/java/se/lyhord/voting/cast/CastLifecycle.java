package se.lyhord.voting.cast;

import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.voting.ballot.ChangedBoxes;
import se.lyhord.voting.config.VotingProperties;

/** The group commit's place in the service's life. */
@Configuration(proxyBeanMethods = false)
class CastLifecycle {

    @Bean(destroyMethod = "")
    CastQueue castQueue(
            DataSource database, ChangedBoxes changedBoxes, VotingProperties properties) {
        return new CastQueue(new GroupTransaction(database, changedBoxes), properties.cast());
    }

    /** Opens before the web server and closes after it: requests it still finishes get answers. */
    @Bean
    SmartLifecycle castQueueLifecycle(CastQueue queue) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                queue.open();
                running = true;
            }

            @Override
            public void stop() {
                queue.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0;
            }
        };
    }
}
