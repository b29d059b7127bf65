package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Flight recordings of the two services on a vote's path (JEP 328), to see where time goes. */
final class Recording {

    private static final List<String> SERVICES = List.of("identity-gateway", "voting-service");

    /** Deep enough for the filters below a controller. */
    private static final int STACK_DEPTH = 160;

    private final Path folder;

    Recording(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Does the work while both are recorded; {@code <service>-<name>.jfr} is the result. */
    void during(String name, Work work) throws Exception {
        for (String service : SERVICES) {
            tell(service, "JFR.configure", "stackdepth=" + STACK_DEPTH);
            tell(service, "JFR.start", "name=bench", "settings=profile");
        }
        work.run();
        for (String service : SERVICES) {
            Path file = folder.resolve(service + "-" + name + ".jfr");
            tell(service, "JFR.stop", "name=bench", "filename=" + file);
        }
    }

    /** What is recorded. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static void tell(String service, String... command)
            throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<ProcessHandle> instances =
                ProcessHandle.current()
                        .children()
                        .filter(
                                child ->
                                        child.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains(service + "-1.0.0.jar"))
                        .toList();
        for (ProcessHandle instance : instances) {
            new ProcessBuilder(
                            Stream.concat(
                                            Stream.of(jcmd, Long.toString(instance.pid())),
                                            Stream.of(command))
                                    .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
