package se.lyhord.moderation.config;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of this service, and the place where its days begin. */
@Configuration(proxyBeanMethods = false)
public class Times {

    /** Days and deadlines are reckoned here, daylight saving included. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The day in Sweden that an instant falls on. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SWEDEN);
    }
}
