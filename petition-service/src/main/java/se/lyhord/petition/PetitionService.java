package se.lyhord.petition;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the petition service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PetitionService {

    /** Starts the petition service with the environment's configuration. */
    public static void main(String[] arguments) {
        SpringApplication.run(PetitionService.class, arguments);
    }
}
