package se.lyhord.tally.config;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Days as they are reckoned in Sweden. */
@Component
public class Calendar {

    private final Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));

    /** Today. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
