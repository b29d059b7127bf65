package se.lyhord.faults;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.lyhord.faults.fault.Tally;
import se.lyhord.faults.load.Petitions;

/** Shows the table of a run as it grows. */
final class Progress {

    private static final String HEAD =
            "%7s %6s %6s %7s %5s %13s %10s %9s %10s %6s %8s %12s%n"
                    .formatted(
                            "seconds",
                            "round",
                            "kills",
                            "freezes",
                            "open",
                            "acknowledged",
                            "withdrawn",
                            "unknown",
                            "certified",
                            "lost",
                            "doubled",
                            "unconverged");

    private final PrintStream out;
    private long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void head() {
        start = System.nanoTime();
        out.print(HEAD);
    }

    void row(int rounds, Tally tally, Outcome outcome, Petitions petitions) {
        out.printf(
                "%7d %6d %6d %7d %5d %13d %10d %9d %10d %6d %8d %12d%n",
                seconds(),
                rounds,
                tally.kills(),
                tally.freezes(),
                petitions.open(),
                outcome.acknowledged() + petitions.acknowledged(),
                outcome.withdrawn(),
                outcome.unknown(),
                outcome.certified(),
                outcome.lost(),
                outcome.doubled(),
                outcome.unconverged());
        out.flush();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    /** The same as a map, for programs. */
    static Map<String, Object> figures(int rounds, Tally tally, Outcome outcome) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rounds", rounds);
        figures.put("kills", tally.kills());
        figures.put("freezes", tally.freezes());
        figures.putAll(figures(outcome));
        figures.put("failedStarts", tally.failedStarts());
        figures.put("endedByThemselves", tally.endedByThemselves());
        return figures;
    }

    /** What the checks have found, as a map. */
    static Map<String, Object> figures(Outcome outcome) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("petitions", outcome.certified());
        figures.put("acknowledged", outcome.acknowledged());
        figures.put("withdrawn", outcome.withdrawn());
        figures.put("unknown", outcome.unknown());
        figures.put("lost", outcome.lost());
        figures.put("doubled", outcome.doubled());
        figures.put("unconverged", outcome.unconverged());
        figures.put("otherFindings", outcome.others());
        return figures;
    }
}
