package se.lyhord.moderation.architecture;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lyhord.architecture.HouseRules;

class ArchitectureTest {

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check(
                "se.lyhord.moderation",
                Set.of("review"),
                Set.of("receive", "decide", "takedown", "queue", "outcome", "dashboard"));
    }
}
