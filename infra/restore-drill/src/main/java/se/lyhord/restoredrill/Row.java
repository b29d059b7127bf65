package se.lyhord.restoredrill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found of one combination.
 *
 * @param findings nothing, if all holds that must
 * @param saltDead whether every salt is destroyed
 * @param pseudonymKeyDead whether every pseudonym key is
 * @param votersLeft whether a hash is left on the vote cluster's disk
 * @param seconds from putting back until it held
 */
record Row(
        Combination put,
        List<String> findings,
        boolean saltDead,
        boolean pseudonymKeyDead,
        boolean votersLeft,
        double seconds) {

    private static final String LINE = "%-5s %-6s %-6s %-13s %-11s %7s  %s";

    static String head() {
        return LINE.formatted(
                "holds", "voters", "salt", "pseudonym key", "certificate", "seconds", "put back");
    }

    boolean holds() {
        return findings.isEmpty();
    }

    String line() {
        String line =
                LINE.formatted(
                        holds() ? "✓" : "✗",
                        votersLeft ? "left" : "none",
                        saltDead ? "dead" : "lives",
                        pseudonymKeyDead ? "dead" : "lives",
                        put.certificate().name().toLowerCase(Locale.ROOT),
                        seconds,
                        put);
        return holds() ? line : line + "\n      " + String.join("; ", findings);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("putBack", put.old());
        figures.put("certificate", put.certificate());
        figures.put("saltDead", saltDead);
        figures.put("pseudonymKeyDead", pseudonymKeyDead);
        figures.put("votersLeft", votersLeft);
        figures.put("seconds", seconds);
        figures.put("findings", findings);
        return figures;
    }
}
