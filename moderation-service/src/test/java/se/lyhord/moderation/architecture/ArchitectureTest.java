package se.lyhord.moderation.architecture;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lyhord.architecture.HouseRules;

class ArchitectureTest {

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check(
                "se.lyhord.moderation",
                Set.of("review", "log", "municipality"),
                Set.of(
                        "receive",
                        "decide",
                        "annotate",
                        "takedown",
                        "queue",
                        "outcome",
                        "outage",
                        "audit",
                        "settings",
                        "dashboard"));
    }
}
