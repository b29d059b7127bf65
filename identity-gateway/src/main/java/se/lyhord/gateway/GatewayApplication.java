package se.lyhord.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The only public door: e-ID login, pseudonyms, routing, and the citizens' pages. */
@SpringBootApplication
@EnableScheduling
public class GatewayApplication {

    /** Starts the gateway. */
    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
