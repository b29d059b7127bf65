package se.lyhord.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Review of petitions before publication, and the dashboard of the municipality's staff. */
@SpringBootApplication
@EnableScheduling
public class ModerationService {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(ModerationService.class, arguments);
    }
}
