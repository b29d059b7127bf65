package se.lyhord.voting;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lyhord.architecture.HouseRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(
                "se.lyhord.voting",
                Set.of("ballot"),
                Set.of("open", "cast", "withdraw", "suspend", "count", "fence", "shred", "purge"));
    }
}
