package se.lyhord.voting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the voting service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VotingService {

    /** Runs until it is told to end; then answers what waits and leaves. */
    public static void main(String[] arguments) {
        SpringApplication.run(VotingService.class, arguments);
    }
}
