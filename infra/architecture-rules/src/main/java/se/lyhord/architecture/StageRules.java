package se.lyhord.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Rules for stage packages and the two edges. */
final class StageRules {

    private static final String[] KAFKA = {
        "org.apache.kafka..",
        "org.springframework.kafka..",
        "org.springframework.cloud.stream..",
        "org.springframework.messaging..",
        "se.lyhord.exchange.."
    };

    static List<ArchRule> all(
            String base, Collection<String> purePackages, Collection<String> stagePackages) {
        List<ArchRule> rules = new ArrayList<>();
        for (String stage : stagePackages) {
            rules.add(knowsOnly(base, stage, purePackages, List.of(stage, "config")));
        }
        rules.add(knowsOnly(base, "published", purePackages, List.of("published", "config")));
        rules.add(
                noClasses()
                        .that()
                        .resideInAPackage(base + ".inbox..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(base + ".published..")
                        .because("what comes in is read as records of the inbox's own"));
        rules.add(
                noClasses()
                        .that()
                        .resideInAPackage(base + "..")
                        .and()
                        .resideOutsideOfPackages(base + ".published..", base + ".inbox..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(KAFKA)
                        .because("published and inbox are the only edges to Kafka"));
        return rules;
    }

    private static ArchRule knowsOnly(
            String base, String stage, Collection<String> purePackages, Collection<String> known) {
        String[] allowed =
                Stream.concat(purePackages.stream(), known.stream())
                        .map(name -> base + "." + name + "..")
                        .toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign =
                JavaClass.Predicates.resideInAPackage(base + "..")
                        .and(
                                DescribedPredicate.not(
                                        JavaClass.Predicates.resideInAnyPackage(allowed)))
                        .as("are of another stage or an edge");
        return noClasses()
                .that()
                .resideInAPackage(base + "." + stage + "..")
                .should()
                .dependOnClassesThat(foreign)
                .because("a stage knows its own aggregate and config");
    }

    private StageRules() {}
}
