package se.lyhord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.lyhord.faults.failpoint.Failpoint;
import se.lyhord.faults.failpoint.Failpoints;
import se.lyhord.faults.load.Supply;
import se.lyhord.local.run.Layout;

/** The short form of {@code ./faults}, on one system. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final int ROUNDS = 12;
    private static final long SEED = 20_261_124;
    private static final Supply.Periods PERIODS = new Supply.Periods(20, 40);

    /** One for each service, among them the points of no return. */
    private static final Set<String> SOME =
            Set.of(
                    "petition-publish-PetitionClosed-after",
                    "voting-vault-shred-sync-rename",
                    "tally-list-downloaded",
                    "gateway-vault-shred-unlink-root");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Progress progress = new Progress(out);
    private final FaultySystem faulty =
            new FaultySystem(
                    Layout.sharingApps(Path.of("..", ".."), Path.of("target", "state")), 2, out);

    @BeforeAll
    void start() {
        faulty.start();
    }

    @AfterAll
    void stop() {
        faulty.close();
    }

    @Test
    void killsAndFreezesLoseNoVoteAndDoubleNone() throws Exception {
        RandomRun run = new RandomRun(faulty, PERIODS, progress);
        run.run(ROUNDS, SEED);
        assertThat(run.outcome().findings()).isEmpty();
        assertThat(run.outcome().acknowledged()).isPositive();
    }

    @Test
    void aKillAtAnArrowOfTheProtocolLosesNothing() throws Exception {
        List<Failpoint> some =
                Failpoints.all().stream()
                        .filter(failpoint -> SOME.contains(failpoint.name()))
                        .toList();
        assertThat(some).hasSameSizeAs(SOME);
        FailpointRun run = new FailpointRun(faulty, Path.of("target", "failpoints"), progress);
        run.run(some);
        assertThat(run.notReached()).isEmpty();
        assertThat(run.outcome().findings()).isEmpty();
        assertThat(run.outcome().acknowledged()).isPositive();
    }
}
