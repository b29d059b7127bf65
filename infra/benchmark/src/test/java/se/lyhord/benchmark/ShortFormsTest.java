package se.lyhord.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.lyhord.local.run.Layout;

/** The forms of {@code ./bench} that demand something, short, on one system. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShortFormsTest {

    private static final int INSTANCES = 2;
    private static final Duration SHORT = Duration.ofSeconds(2);

    private BenchSystem system;

    @BeforeAll
    void start() {
        system =
                new BenchSystem(
                        Layout.sharingApps(Path.of("..", ".."), Path.of("target", "state")),
                        INSTANCES);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void aBoxOfManyVotesIsCertifiedAsItWasFilled() throws Exception {
        assertHolds(new CloseBench(5_000, 1, Duration.ofSeconds(30)));
    }

    @Test
    void theTallyProjectorSaysTheSameAfterItHasReadItsTopicsAnew() throws Exception {
        assertHolds(new RebuildBench(3, 1, 1));
    }

    @Test
    void noVoterNoticesThatTheVotingServiceIsRestarted() throws Exception {
        assertHolds(new RollingBench(50, 1));
    }

    @Test
    void moreVotesThanCanBeTakenAreToldToComeAgain() throws Exception {
        assertVotesHold(new OverloadBench(SHORT, SHORT, 1, 1_500));
    }

    @Test
    void votesThatDoNotEndAreAllCounted() throws Exception {
        assertVotesHold(new SoakBench(SHORT, 5, SHORT, 0.5));
    }

    @Test
    void pagesAreReadWhileCitizensVote() throws Exception {
        Path folder = Path.of("target", "pages");
        var pages = new PagesBench(folder, null, SHORT, SHORT, 1, List.of(16));
        Demands demands = pages.measure(system).demands();
        assertThat(demands.all()).hasSize(3).allMatch(Demands.Demand::holds);
    }

    private void assertHolds(Session.Measuring measuring) throws Exception {
        Demands demands = measuring.measure(system).demands();
        assertThat(demands.all()).isNotEmpty().allMatch(Demands.Demand::holds);
    }

    /** How fast, and how much memory, is not for so short a run to say. */
    private void assertVotesHold(Session.Measuring measuring) throws Exception {
        Demands demands = measuring.measure(system).demands();
        assertThat(demands.all())
                .filteredOn(demand -> demand.what().startsWith("accepted = stored = counted"))
                .hasSize(1)
                .allMatch(Demands.Demand::holds);
    }
}
