package se.lyhord.benchmark.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Memory of a server.
 *
 * @param residentMb what it and those it has started hold in memory, shared pages divided among
 *     them: PSS of {@code /proc/<pid>/smaps_rollup} (proc_pid_smaps(5))
 * @param heapMb what is left of a Java heap after a full collection; 0 of another process
 */
public record ProcessMemory(double residentMb, double heapMb) {

    private static final double KB = 1024;
    private static final Pattern PSS = Pattern.compile("(?m)^Pss: +(\\d+) kB");
    private static final Pattern USED =
            Pattern.compile("(?m)^(?:DefNew|Tenured|garbage-first heap) .*?used (\\d+)K");

    /**
     * Collects the garbage, if there is a Java heap, and looks.
     *
     * @throws IOException if the process is gone, or its Java heap is neither G1's nor the serial
     *     collector's
     */
    public static ProcessMemory of(long pid) throws IOException, InterruptedException {
        double heap = 0;
        if (isJava(pid)) {
            tell(pid, "GC.run");
            String said = tell(pid, "GC.heap_info");
            heap = sum(USED, said);
            if (heap == 0) {
                throw new IOException("No heap that is known here: " + said);
            }
        }
        double resident = 0;
        for (long one :
                ProcessHandle.of(pid).stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .map(ProcessHandle::pid)
                        .toList()) {
            Path rollup = Path.of("/proc/" + one + "/smaps_rollup");
            if (Files.exists(rollup)) {
                resident += sum(PSS, Files.readString(rollup));
            }
        }
        return new ProcessMemory(megabytes(resident), megabytes(heap));
    }

    private static boolean isJava(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }

    private static String tell(long pid, String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                command)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static double sum(Pattern figure, String text) {
        return figure.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static double megabytes(double kilobytes) {
        return Math.round(10 * kilobytes / KB) / 10.0;
    }
}
