package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.BoxState;

/** Old copies put back after the close. What the broker has tells that they are old. */
class RestoreTest extends VotingServiceTest {

    @Autowired private KeyVault salts;

    @Autowired private Map<String, SmartLifecycle> lifecycles;

    @Value("${spring.datasource.url}")
    private String url;

    @Test
    void databaseAndVaultBothPutBackFromBeforeTheCloseAreNoticed() throws Exception {
        UUID petition = opened(Duration.ofSeconds(6));
        var voter = TestVoter.somebody();
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, voter, tracker).statusCode()).isEqualTo(201);
        byte[] hash = anyHash(petition);
        var copy = OldCopy.of(url, petition);
        close(petition, tracker);
        awaitState(petition, BoxState.PURGED);
        awaitTold(petition, "BallotBoxPurged");

        copy.putBackDatabase();
        copy.putBackVault();
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.OPEN);
        await().untilAsserted(() -> assertThat(salts.holds(petition)).isTrue());
        var cluster = new VoteCluster(url);
        cluster.checkpoint();
        assertThat(cluster.tablesHold(hash)).isTrue();
        restart();

        awaitState(petition, BoxState.PURGED);
        assertThat(salts.holds(petition)).isFalse();
        assertThat(salts.tombstones()).contains(petition);
        assertThat(ownVote(petition, voter).statusCode()).isEqualTo(410);
        assertThat(cluster.tablesHold(hash)).isFalse();
        assertThat(cluster.logHolds(hash)).isFalse();
        await().untilAsserted(() -> assertThat(TestEvents.heard("voting", petition)).hasSize(6));
        assertNoNumberIsReused(petition);
        assertThat(manage("health/vote").statusCode()).isEqualTo(200);
    }

    @Test
    void aDatabasePutBackBeforeThePurgeWasToldTellsItUnderANumberThatIsFree() throws Exception {
        UUID petition = opened(Duration.ofSeconds(6));
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        var copy = OldCopy.of(url, petition);
        try (Connection purge = withoutPurging()) {
            close(petition, tracker);
            awaitTold(petition, "SaltShredded");
            copy.putBackDatabase();
            restart();
            awaitState(petition, BoxState.SHREDDED);
        }
        awaitTold(petition, "BallotBoxPurged");
        assertNoNumberIsReused(petition);
        assertThat(TestEvents.heard("voting", petition).getLast().number()).isEqualTo("4");
    }

    @Test
    void aDatabasePutBackToTheFenceGoesOnFromThere() throws Exception {
        UUID petition = opened(Duration.ofSeconds(6));
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        awaitTold(petition, "BallotBoxFenced");
        var copy = OldCopy.of(url, petition);
        finalised(petition, 1, sha256(tracker + "\n"));
        awaitState(petition, BoxState.PURGED);
        awaitTold(petition, "BallotBoxPurged");

        copy.putBackDatabase();
        copy.putBackVault();
        restart();

        awaitState(petition, BoxState.PURGED);
        assertThat(salts.tombstones()).contains(petition);
        assertNoNumberIsReused(petition);
    }

    @Test
    void whatIsCertifiedAgainIsForgottenThoughTheBrokerLostTheFence() throws Exception {
        UUID petition = opened(Duration.ofSeconds(3));
        var voter = TestVoter.somebody();
        assertThat(vote(petition, voter, TestVoter.tracker()).statusCode()).isEqualTo(201);
        byte[] hash = anyHash(petition);
        Instant deadline = boxes.find(petition).orElseThrow().closesAt();
        await().until(() -> !boxes.clock().isBefore(deadline));
        // As after database, vault and broker were put back, when the projector tells again.
        finalised(petition, 2, sha256("another cut\n"));
        certified(petition);

        awaitState(petition, BoxState.PURGED);
        assertThat(salts.tombstones()).contains(petition);
        assertThat(ownVote(petition, voter).statusCode()).isEqualTo(410);
        assertThat(new VoteCluster(url).tablesHold(hash)).isFalse();
        assertThat(manage("parked").body()).doesNotContain(petition.toString());
        assertThat(manage("health/vote").statusCode()).isEqualTo(200);
    }

    @Test
    void noCertificateEndsAVoteBeforeItsDeadline() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        var voter = TestVoter.somebody();
        assertThat(vote(petition, voter, TestVoter.tracker()).statusCode()).isEqualTo(201);
        finalised(petition, 2, sha256("no cut of this box\n"));
        certified(petition);
        awaitApplied("tally", petition, 2);
        restart();

        await().during(Duration.ofSeconds(2)).until(() -> salts.holds(petition));
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.OPEN);
        assertThat(ownVote(petition, voter).statusCode()).isEqualTo(200);
    }

    /** As at a start, after the bindings and sweeps of this test's service have run on. */
    private void restart() {
        SmartLifecycle comparing = lifecycles.get("whenRestoredThenForget");
        comparing.stop();
        comparing.start();
    }

    private void close(UUID petition, String tracker) {
        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        awaitTold(petition, "BallotBoxFenced");
        finalised(petition, 1, sha256(tracker + "\n"));
    }

    private static void certified(UUID petition) {
        TestEvents.say(
                "tally",
                petition,
                2,
                "PetitionCertified",
                "{\"petitionId\":\"%s\"}".formatted(petition));
    }

    private static void awaitTold(UUID petition, String event) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("voting", petition))
                                        .last()
                                        .extracting(TestEvents.Heard::type)
                                        .isEqualTo("se.lyhord.voting." + event + ".v1"));
    }

    private static void assertNoNumberIsReused(UUID petition) {
        assertThat(
                        TestEvents.heard("voting", petition).stream()
                                .collect(
                                        Collectors.groupingBy(
                                                event -> event.number() + "",
                                                Collectors.mapping(
                                                        event -> event.type() + event.body(),
                                                        Collectors.toSet()))))
                .allSatisfy((number, said) -> assertThat(said).hasSize(1));
    }

    /** Holds the lock of the sweep that purges, until closed. */
    private Connection withoutPurging() throws SQLException {
        var session = DriverManager.getConnection(url, "postgres", "test-superuser");
        try (var lock = session.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(%d, 3)".formatted(0x4c79_6864));
        }
        return session;
    }

    private byte[] anyHash(UUID petition) {
        return jdbc.sql(
                        "SELECT voter_hash FROM ballots.votes_%s LIMIT 1"
                                .formatted(petition.toString().replace("-", "")))
                .query(byte[].class)
                .single();
    }
}
