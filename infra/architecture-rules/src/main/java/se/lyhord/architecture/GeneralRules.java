package se.lyhord.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Rules for every package. */
final class GeneralRules {

    static List<ArchRule> all() {
        return List.of(
                ArchRuleDefinition.classes().should(beInANullMarkedPackage()),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("lombok..")
                        .because("records do what Lombok did"),
                fields().should()
                        .notHaveRawType(Optional.class)
                        .because("a field is @Nullable or its state a type of its own"));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                type,
                                marked,
                                type.getName() + " is in a package that isn't @NullMarked"));
            }
        };
    }

    private GeneralRules() {}
}
