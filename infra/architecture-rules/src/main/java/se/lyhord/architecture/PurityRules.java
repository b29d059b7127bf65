package se.lyhord.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** Rules for aggregate packages: functions of state, command and a passed-in time. */
final class PurityRules {

    static List<ArchRule> all(String basePackage, Collection<String> purePackages) {
        String[] pure =
                purePackages.stream()
                        .map(name -> basePackage + "." + name + "..")
                        .toArray(String[]::new);
        return List.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(pure)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "org.apache.kafka..", "java.sql..")
                        .because("decisions need no framework"),
                noClasses()
                        .that()
                        .resideInAnyPackage(pure)
                        .should()
                        .dependOnClassesThat(inTheServiceButNotIn(basePackage, pure))
                        .because("an aggregate knows nobody"),
                noClasses()
                        .that()
                        .resideInAnyPackage(pure)
                        .should()
                        .callMethodWhere(
                                target(nameMatching("now"))
                                        .and(
                                                target(
                                                        owner(
                                                                JavaClass.Predicates.assignableTo(
                                                                        TemporalAccessor.class)))))
                        .orShould()
                        .callMethodWhere(
                                target(owner(JavaClass.Predicates.assignableTo(Clock.class))))
                        .orShould()
                        .callMethodWhere(
                                target(nameMatching("currentTimeMillis|nanoTime"))
                                        .and(
                                                target(
                                                        owner(
                                                                JavaClass.Predicates.equivalentTo(
                                                                        System.class)))))
                        .orShould()
                        .callConstructor(Date.class)
                        .because("the time is passed in"));
    }

    private static DescribedPredicate<JavaClass> inTheServiceButNotIn(
            String basePackage, String[] packages) {
        return JavaClass.Predicates.resideInAPackage(basePackage + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages)))
                .as("are of the service's other packages");
    }

    private PurityRules() {}
}
