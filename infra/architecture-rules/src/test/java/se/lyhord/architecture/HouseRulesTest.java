package se.lyhord.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is seen to fail on the one violation planted in a small service of its own. */
class HouseRulesTest {

    private static final Set<String> PURE = Set.of("order");
    private static final Set<String> STAGES = Set.of("submit", "close");

    @Test
    void aSoundServiceKeepsAllRules() {
        assertThatCode(() -> check("sound", PURE, STAGES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "stagetostage,     a stage knows its own aggregate and config",
        "stagetopublished, a stage knows its own aggregate and config",
        "publishedtostage, a stage knows its own aggregate and config",
        "inboxtopublished, what comes in is read as records of the inbox's own",
        "stagetokafka,     published and inbox are the only edges to Kafka",
        "configtokafka,    published and inbox are the only edges to Kafka",
        "springinside,     decisions need no framework",
        "puretostage,      an aggregate knows nobody",
        "instantnow,       the time is passed in",
        "localdatenow,     the time is passed in",
        "clock,            the time is passed in",
        "millis,           the time is passed in",
        "unmarked,         isn't @NullMarked",
        "optionalfield,    a field is @Nullable",
        "withlombok,       records do what Lombok did",
    })
    void aPlantedViolationIsFound(String service, String rule) {
        assertThatThrownBy(() -> check(service, PURE, STAGES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule)
                .hasMessageContaining("Planted");
    }

    @Test
    void aPackageWithoutClassesIsFound() {
        assertThatThrownBy(() -> check("sound", PURE, Set.of("submit", "close", "nowhere")))
                .hasMessageContaining("Package nowhere holds no class");
    }

    @Test
    void aPackageThatNobodyNamedIsFound() {
        assertThatThrownBy(() -> check("sound", PURE, Set.of("submit")))
                .hasMessageContaining("Package close is in no rule");
    }

    @Test
    void aServiceThatDoesNotExistIsFound() {
        assertThatThrownBy(() -> HouseRules.check("se.lyhord.nowhere", PURE, STAGES))
                .hasMessageContaining("Package order holds no class");
    }

    private static void check(String service, Set<String> pure, Set<String> stages) {
        String base = "se.lyhord.planted." + service;
        JavaClasses classes = new ClassFileImporter().importPackages(base);
        HouseRules.check(classes, base, pure, stages);
    }
}
