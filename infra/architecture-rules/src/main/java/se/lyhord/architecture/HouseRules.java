package se.lyhord.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of the house for one service: stages know their own aggregate and {@code config},
 * decisions are pure, {@code published} and {@code inbox} are the only edges to Kafka.
 */
public final class HouseRules {

    private static final List<String> EDGES = List.of("published", "inbox", "config");

    /**
     * Checks all rules over the service's production classes.
     *
     * @param basePackage such as {@code se.lyhord.petition}
     * @param purePackages the aggregate packages below it, such as {@code petition}
     * @param stagePackages all other packages below it except published, inbox and config
     * @throws AssertionError naming every violation, every package that holds no class, and every
     *     package that isn't named
     */
    public static void check(
            String basePackage, Set<String> purePackages, Set<String> stagePackages) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(basePackage);
        check(classes, basePackage, purePackages, stagePackages);
    }

    static void check(
            JavaClasses classes,
            String basePackage,
            Set<String> purePackages,
            Set<String> stagePackages) {
        List<String> violations =
                new ArrayList<>(packages(classes, basePackage, purePackages, stagePackages));
        List<ArchRule> rules = new ArrayList<>(GeneralRules.all());
        rules.addAll(PurityRules.all(basePackage, purePackages));
        rules.addAll(StageRules.all(basePackage, purePackages, stagePackages));
        for (ArchRule rule : rules) {
            EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
            result.getFailureReport()
                    .getDetails()
                    .forEach(detail -> violations.add(detail + " [" + rule.getDescription() + "]"));
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    violations.size()
                            + " violations of the rules of the house:\n"
                            + String.join("\n", violations));
        }
    }

    /** A rule over a package without classes would hold for ever, and one left out never fail. */
    private static List<String> packages(
            JavaClasses classes, String base, Set<String> pure, Set<String> stages) {
        Set<String> named = new TreeSet<>(pure);
        named.addAll(stages);
        Set<String> found = new TreeSet<>();
        classes.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(base + "."))
                .map(name -> name.substring(base.length() + 1).split("\\.")[0])
                .forEach(found::add);
        List<String> violations = new ArrayList<>();
        named.stream()
                .filter(name -> !found.contains(name))
                .forEach(name -> violations.add("Package " + name + " holds no class"));
        found.stream()
                .filter(name -> !named.contains(name) && !EDGES.contains(name))
                .forEach(name -> violations.add("Package " + name + " is in no rule"));
        return violations;
    }

    private HouseRules() {}
}
