package se.lyhord.local.run;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows what is being done, for how long, and how it ended. */
public final class Steps {

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Running> running = new LinkedHashMap<>();

    /** A step under way; what it does right now may be told. */
    private static final class Running {
        private final long since = System.nanoTime();
        private volatile String detail = "";
    }

    /** Work that may tell what it does right now. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does the work.
         *
         * @param progress takes a few words on what is being done
         */
        void run(Consumer<String> progress);
    }

    /**
     * @param out where to show it
     * @param terminal whether a line can be rewritten
     */
    public Steps(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Does one step and shows it; a failure goes on to the caller. */
    public void step(String name, Work work) {
        Running step = new Running();
        synchronized (this) {
            running.put(name, step);
            show();
        }
        boolean done = false;
        try {
            work.run(detail -> progress(name, step, detail));
            done = true;
        } finally {
            finish(name, step, done);
        }
    }

    /** Says something that stays. */
    public synchronized void say(String line) {
        clear();
        out.println(line);
        show();
    }

    /** Rewrites the line that tells what is under way; called now and then by whoever waits. */
    public synchronized void refresh() {
        clear();
        show();
    }

    private synchronized void progress(String name, Running step, String detail) {
        if (!detail.equals(step.detail)) {
            step.detail = detail;
            if (terminal) {
                refresh();
            } else {
                out.printf("  … %s: %s%n", name, detail);
            }
        }
    }

    private synchronized void finish(String name, Running step, boolean done) {
        running.remove(name);
        clear();
        out.printf("  %s %-28s %6.1f s%n", done ? "✓" : "✗", name, seconds(step));
        show();
    }

    private void clear() {
        if (terminal) {
            out.print("\r\u001b[2K");
        }
    }

    private void show() {
        if (terminal && !running.isEmpty()) {
            String line =
                    running.entrySet().stream()
                            .map(step -> describe(step.getKey(), step.getValue()))
                            .collect(Collectors.joining(" · ", "  … ", ""));
            out.print(line.substring(0, Math.min(line.length(), 100)));
        }
        out.flush();
    }

    private static String describe(String name, Running step) {
        String detail = step.detail.isEmpty() ? "" : " (" + step.detail + ")";
        return "%s%s %.0f s".formatted(name, detail, seconds(step));
    }

    private static double seconds(Running step) {
        return (System.nanoTime() - step.since) / 1e9;
    }
}
