package se.lyhord.petition;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lyhord.architecture.HouseRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(
                "se.lyhord.petition",
                Set.of("petition"),
                Set.of(
                        "submit",
                        "redact",
                        "complete",
                        "withdraw",
                        "open",
                        "extend",
                        "takedown",
                        "close",
                        "outcome",
                        "settled",
                        "follow",
                        "browse"));
    }
}
