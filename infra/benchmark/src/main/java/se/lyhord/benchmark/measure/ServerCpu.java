package se.lyhord.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time of the server processes, from {@code /proc/<pid>/stat} (proc_pid_stat(5)): fields
 * 14 to 17, so a process that has ended counts with its parent.
 */
public final class ServerCpu {

    private static final double MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux we know
    private static final int FIRST_TIME_FIELD = 11;
    private static final int TIME_FIELDS = 4;

    private final Map<Long, String> servers;

    /**
     * @param servers name by process id of each server; those it has started count with it
     */
    public ServerCpu(Map<Long, String> servers) {
        this.servers = new LinkedHashMap<>(servers);
    }

    /** Milliseconds used until now, by name. */
    public Map<String, Double> millis() {
        Map<String, Double> used = new TreeMap<>();
        servers.forEach((pid, name) -> used.merge(name, tree(pid), Double::sum));
        return used;
    }

    /** What has been used between two readings. */
    public static Map<String, Double> between(
            Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new TreeMap<>();
        after.forEach((name, millis) -> used.put(name, millis - before.getOrDefault(name, 0.0)));
        return used;
    }

    /** Milliseconds that a process and those it has started have used; 0 if it is gone. */
    public static double tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToDouble(process -> of(process.pid()))
                .sum();
    }

    private static double of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold anything.
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return MILLIS_PER_TICK
                    * fields.stream()
                            .skip(FIRST_TIME_FIELD)
                            .limit(TIME_FIELDS)
                            .mapToLong(Long::parseLong)
                            .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
