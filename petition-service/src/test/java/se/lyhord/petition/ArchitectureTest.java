package se.lyhord.petition;

import org.junit.jupiter.api.Test;

import se.lyhord.architecture.HouseRules;

import java.util.Set;

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
                        "open",
                        "extend",
                        "takedown",
                        "close",
                        "outcome",
                        "settled",
                        "browse"));
    }
}
