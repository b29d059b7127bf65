package se.lyhord.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What a machine can find of WCAG 2.2, levels A and AA, on a page as it is shown now. */
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** Fails with every violation, the rule and the places first of all. */
    static void check(Page page, String name) {
        String found =
                new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .map(
                                        rule ->
                                                rule.getId()
                                                        + " ("
                                                        + rule.getHelp()
                                                        + ") at "
                                                        + rule.getNodes().stream()
                                                                .map(
                                                                        node ->
                                                                                node.getTarget()
                                                                                        .toString())
                                                                .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining("\n  "));
        if (!found.isEmpty()) {
            throw new AssertionError(name + " keeps somebody out:\n  " + found);
        }
    }
}
