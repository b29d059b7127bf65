package se.lyhord.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may know whom in the gateway. It has no aggregate: a ballot brings login, pseudonym and the
 * petition's page together, everything else knows as little as it can.
 */
class ArchitectureTest {

    private static final String BASE = "se.lyhord.gateway";
    private static final Set<String> ALL =
            Set.of(
                    "ballot",
                    "browse",
                    "config",
                    "eligibility",
                    "follow",
                    "inbox",
                    "login",
                    "propose",
                    "pseudonym",
                    "published",
                    "routing");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    @ParameterizedTest
    @CsvSource({
        "config, ''",
        "eligibility, ''",
        "routing, config",
        "browse, routing config",
        "propose, browse routing config",
        "follow, browse routing config",
        "login, eligibility config",
        "pseudonym, eligibility config",
        "published, pseudonym config",
        "inbox, pseudonym config",
        "ballot, login pseudonym eligibility browse routing config"
    })
    void aPackageKnowsNoMoreThanItNeeds(String name, String known) {
        Set<String> others = new TreeSet<>(ALL);
        others.remove(name);
        others.removeAll(Arrays.asList(known.split(" ")));

        noClasses()
                .that()
                .resideInAPackage(BASE + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream()
                                .map(other -> BASE + "." + other + "..")
                                .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void whoMayVoteIsDecidedWithoutSpring() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".eligibility..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void publishedAndInboxAreTheOnlyEdgesToKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".published..", BASE + ".inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework.messaging..",
                        "se.lyhord.exchange..")
                .check(CLASSES);
    }
}
