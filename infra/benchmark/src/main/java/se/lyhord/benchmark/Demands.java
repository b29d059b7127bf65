package se.lyhord.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to hold of what was measured; one that does not makes the command fail. */
final class Demands {

    private final List<Demand> all = new ArrayList<>();

    /**
     * One of them.
     *
     * @param what is demanded
     * @param found what was found instead, or as well
     */
    record Demand(String what, boolean holds, String found) {}

    /** Notes whether something holds, and what was found. */
    void check(String what, boolean holds, String found, Object... values) {
        all.add(new Demand(what, holds, String.format(Locale.ROOT, found, values)));
    }

    List<Demand> all() {
        return List.copyOf(all);
    }

    /** Whether all of them hold; none at all is not enough. */
    boolean hold() {
        return !all.isEmpty() && all.stream().allMatch(Demand::holds);
    }

    void print(PrintStream out) {
        for (Demand demand : all) {
            out.printf(
                    Locale.ROOT,
                    "%s %-58s %s%n",
                    demand.holds() ? "✓" : "✗",
                    demand.what(),
                    demand.found());
        }
    }
}
