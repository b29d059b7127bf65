package se.lyhord.tally;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lyhord.architecture.HouseRules;

class ArchitectureTest {

    @Test
    void keeps_the_rules_of_the_house() {
        HouseRules.check(
                "se.lyhord.tally", Set.of("tally"), Set.of("count", "finalise", "certify", "show"));
    }
}
