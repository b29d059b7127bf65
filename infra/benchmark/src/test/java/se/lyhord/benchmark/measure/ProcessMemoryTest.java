package se.lyhord.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessMemoryTest {

    private static final String HOLDS_50_MB =
            """
            void main() throws Exception {
                byte[] held = new byte[50 << 20];
                new java.util.Random(1).nextBytes(held);
                IO.println("holds");
                System.in.read();
                IO.println(held.length);
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC"})
    void seesWhatAProgramHolds(String collector, @org.junit.jupiter.api.io.TempDir Path folder)
            throws Exception {
        Path program = java.nio.file.Files.writeString(folder.resolve("Holds.java"), HOLDS_50_MB);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(List.of(java, collector, "-Xmx200m", program.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("holds");

            ProcessMemory memory = ProcessMemory.of(process.pid());

            assertThat(memory.heapMb()).isBetween(50.0, 100.0);
            assertThat(memory.residentMb()).isGreaterThan(memory.heapMb());
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
