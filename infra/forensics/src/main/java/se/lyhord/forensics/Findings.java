package se.lyhord.forensics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lyhord.forensics.search.Secret;

/**
 * What was found.
 *
 * @param voters how many voted
 * @param searched bytes looked through, while open and after the close
 * @param planted controls, in both searches
 * @param controlsMissing places where one was planted and not found
 * @param hashesInBox voter hashes found in the box while it was open: all, or the search is broken
 * @param whileOpen what stood where it is not declared, while the vote was open
 * @param afterClose what stood anywhere after the certificate
 * @param linkedWhileOpen part of the voters whose vote was told from times, while open
 * @param linkedAfterClose the best of all ways to link after the close
 * @param guessing what chance alone gives
 * @param bruteForce people found, by what was stolen
 */
public record Findings(
        int voters,
        long searched,
        int planted,
        List<String> controlsMissing,
        int hashesInBox,
        List<Leak> whileOpen,
        List<Leak> afterClose,
        double linkedWhileOpen,
        double linkedAfterClose,
        double guessing,
        Map<String, Integer> bruteForce) {

    /** Beyond chance nobody may be linked by more than this. */
    public static final double MARGIN = 0.02;

    static final String BOTH_KEYS = "both keys, while open";

    /**
     * Something where it must not be.
     *
     * @param place path in what was seized
     * @param kind what it is
     * @param form how it is written
     * @param owners of how many people
     * @param offsets of the first few, in bytes
     */
    public record Leak(
            String place, Secret.Kind kind, String form, long owners, List<Long> offsets) {}

    /** Why this system does not keep what it promises; empty if it does. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        controlsMissing.forEach(
                place -> problems.add("The control planted in " + place + " was not found."));
        if (hashesInBox != voters) {
            problems.add(
                    "%d of %d voter hashes were found in the open box: the search is broken."
                            .formatted(hashesInBox, voters));
        }
        whileOpen.forEach(leak -> problems.add("While open: " + leak + "."));
        afterClose.forEach(leak -> problems.add("After the close: " + leak + "."));
        if (linkedAfterClose > guessing + MARGIN) {
            problems.add(
                    "After the close %.1f %% of the votes could be linked by time; chance is %.1f %%."
                            .formatted(100 * linkedAfterClose, 100 * guessing));
        }
        bruteForce.forEach(
                (stolen, found) -> {
                    if (stolen.equals(BOTH_KEYS) && found != voters) {
                        problems.add("Brute force with both keys found only " + found + ".");
                    }
                    if (!stolen.equals(BOTH_KEYS) && found != 0) {
                        problems.add("Brute force with " + stolen + " found " + found + ".");
                    }
                });
        return problems;
    }

    /** As {@code target/forensics.json} holds it. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("voters", voters);
        figures.put("searchedBytes", searched);
        figures.put("planted", planted);
        figures.put("controlsFound", planted - controlsMissing.size());
        figures.put("leaksWhileOpen", whileOpen.size());
        figures.put("leaksAfterClose", afterClose.size());
        figures.put("hashesInOpenBox", hashesInBox);
        figures.put("leaks", Map.of("whileOpen", whileOpen, "afterClose", afterClose));
        figures.put(
                "linkage",
                Map.of(
                        "whileOpen", linkedWhileOpen,
                        "afterClose", linkedAfterClose,
                        "guessing", guessing));
        figures.put("bruteForce", bruteForce);
        return figures;
    }

    /** For people. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(row("voters", voters));
        lines.add(row("searched, MB", searched >> 20));
        lines.add(row("controls planted", planted));
        lines.add(row("controls found", planted - controlsMissing.size()));
        lines.add(row("leaks while open", whileOpen.size()));
        lines.add(row("leaks after the close", afterClose.size()));
        lines.add(row("linked by time while open", percent(linkedWhileOpen)));
        lines.add(row("linked by time after the close", percent(linkedAfterClose)));
        lines.add(row("by guessing", percent(guessing)));
        bruteForce.forEach((stolen, found) -> lines.add(row("found with " + stolen, found)));
        return lines;
    }

    private static String row(String name, Object value) {
        return "%-62s %10s".formatted(name, value);
    }

    private static String percent(double part) {
        return "%.1f %%".formatted(100 * part);
    }
}
