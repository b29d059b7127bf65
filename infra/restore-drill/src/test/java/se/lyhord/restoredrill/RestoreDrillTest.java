package se.lyhord.restoredrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lyhord.faults.FaultySystem;
import se.lyhord.local.run.Layout;

/** Less than the short form of {@code ./restore-drill}: the main cluster stays, to save time. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreDrillTest {

    private static final int SECONDS = 40;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final FaultySystem system =
            new FaultySystem(
                    Layout.sharingApps(Path.of("..", ".."), Path.of("target", "state")), 1, out);
    private @Nullable Drill drill;

    @BeforeAll
    void close() throws Exception {
        system.start();
        drill = new Drill(system, SECONDS, out::println);
        drill.close();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    static List<Combination> some() {
        return Combination.telling().stream()
                .filter(put -> !put.old().contains(Store.MAIN))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("some")
    void noVoterComesBackWithAnOldCopy(Combination put) throws Exception {
        assertThat(Objects.requireNonNull(drill).putBack(put).findings()).isEmpty();
    }
}
