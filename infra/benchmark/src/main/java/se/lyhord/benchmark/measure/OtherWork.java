package se.lyhord.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the machine others use while something is measured, from {@code /proc/stat}
 * (proc_stat(5)): all processor time spent or stolen, less that of one process and its servers.
 */
public final class OtherWork {

    private static final double MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux we know
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int LAST = 7; // guests count as users already

    private final long pid;
    private final long start = System.nanoTime();
    private final double othersBefore;

    /**
     * Begins to look.
     *
     * @param pid of the process that, with all it has started, is not "others"
     */
    public OtherWork(long pid) throws IOException {
        this.pid = pid;
        this.othersBefore = others();
    }

    /** Processors that others kept busy since the beginning, on average. */
    public double processors() throws IOException {
        double millis = (System.nanoTime() - start) / 1e6;
        return Math.round(100 * Math.max(0, others() - othersBefore) / millis) / 100.0;
    }

    private double others() throws IOException {
        String[] fields =
                Files.readString(Path.of("/proc/stat")).lines().toList().getFirst().split(" +");
        double all = 0;
        for (int field = 0; field <= LAST; field++) {
            if (field != IDLE && field != WAITING) {
                all += MILLIS_PER_TICK * Long.parseLong(fields[field + 1]);
            }
        }
        return all - ServerCpu.tree(pid);
    }
}
