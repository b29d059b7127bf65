package se.lyhord.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.lyhord.local.run.Layout;

/** The short form of {@code ./forensics}. */
@Tag("slow")
class ForensicsTest {

    private static final int VOTERS = 300;
    private static final Duration OVER = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(120);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void nobodyIsFound() {
        Path folder = Path.of("target", "investigation");
        Layout layout = Layout.sharingApps(Path.of("..", ".."), folder.resolve("state"));
        try (Investigation investigation =
                new Investigation(layout, folder.resolve("evidence"), out)) {
            Findings findings = investigation.run(VOTERS, OVER, PERIOD);
            investigation.forget();
            findings.table().forEach(out::println);
            assertThat(findings.problems()).isEmpty();
        }
    }
}
