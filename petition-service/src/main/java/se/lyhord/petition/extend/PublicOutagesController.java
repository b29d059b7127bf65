package se.lyhord.petition.extend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.DatabaseClock;

/** What everybody may know of outages: never who declared them, nor in what words. */
@RestController
class PublicOutagesController {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    /** A restart is no news. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(5);

    private final Outages outages;
    private final WatchedParts parts;
    private final DatabaseClock clock;

    PublicOutagesController(Outages outages, WatchedParts parts, DatabaseClock clock) {
        this.outages = outages;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * An outage that an administrator has declared.
     *
     * @param confirmed whether a second one has confirmed it
     * @param days by how many days it moves deadlines
     * @param extended how many petitions' deadlines it has moved
     */
    record PublicOutage(
            OutageCause cause,
            Instant from,
            Instant to,
            boolean confirmed,
            long days,
            int extended) {}

    /**
     * All of it.
     *
     * @param awayNow what has kept people from voting for some minutes and still does
     */
    record Told(List<OutageCause> awayNow, List<PublicOutage> outages) {}

    /** What is known, the newest first. */
    @GetMapping("/api/v1/public-outages")
    ResponseEntity<Told> told() {
        Instant news = clock.now().minus(WORTH_TELLING);
        List<OutageCause> awayNow =
                parts.away().stream()
                        .filter(it -> it.since().isBefore(news))
                        .map(it -> it.part().cause())
                        .distinct()
                        .toList();
        List<PublicOutage> declared =
                outages.list().stream()
                        .filter(PublicOutagesController::isPublic)
                        .map(PublicOutagesController::shown)
                        .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(GOOD_FOR))
                .body(new Told(awayNow, declared));
    }

    private static boolean isPublic(Outage outage) {
        return switch (outage.state()) {
            case DECLARED, CONFIRMED -> true;
            case MEASURED, DISMISSED -> false;
        };
    }

    private static PublicOutage shown(Outage outage) {
        return new PublicOutage(
                outage.cause(),
                outage.from(),
                outage.to(),
                outage.state() == OutageState.CONFIRMED,
                ExtensionRule.days(Duration.between(outage.from(), outage.to())),
                outage.extended());
    }
}
