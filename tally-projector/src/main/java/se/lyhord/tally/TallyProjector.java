package se.lyhord.tally;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Counts without names: shows them, makes them final, orders the shredding and certifies it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TallyProjector {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(TallyProjector.class, args);
    }
}
