package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.Loss;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.testkit.TestIssuer;
import se.lyhord.voting.ballot.BoxState;

class CloseTest extends VotingServiceTest {

    @Autowired private KeyVault salts;

    @Autowired private java.util.Map<String, SmartLifecycle> lifecycles;

    @Value("${spring.datasource.url}")
    private String url;

    @Test
    void theCutIsWhatWasAcknowledgedWhileVotesPourIn() {
        UUID petition = opened(Duration.ofSeconds(8));
        closed(petition, 2);
        Set<String> counted = new ConcurrentSkipListSet<>();
        Set<String> unsure = new ConcurrentSkipListSet<>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int stream = 0; stream < 24; stream++) {
                boolean fickle = stream % 3 == 0;
                all.submit(() -> pour(petition, fickle, counted, unsure));
            }
        }
        awaitState(petition, BoxState.FENCED);
        assertThat(unsure).isEmpty();
        assertThat(counted).hasSizeGreaterThan(20);
        var list = list(petition, listReader());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).isEqualTo(lines(counted));
        var box = boxes.find(petition).orElseThrow();
        assertThat(box.cut()).isEqualTo(counted.size());
        assertThat(box.digest()).isEqualTo(sha256(list.body()));
        await().untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("voting", petition))
                                        .last()
                                        .satisfies(
                                                event ->
                                                        assertThat(event.body())
                                                                .contains(
                                                                        "\"cut\":" + counted.size(),
                                                                        sha256(list.body()))));
    }

    @Test
    void aBoxWhoseSaltIsLostIsFencedAtWhatItHolds() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        TestKeys.loseKeys();
        assertThat(salts.declareLost(petition)).isEqualTo(Loss.DECLARED);
        await().untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("voting", petition))
                                        .last()
                                        .extracting(TestEvents.Heard::type)
                                        .isEqualTo("se.lyhord.voting.SaltLost.v1"));
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(410);

        TestEvents.say(
                "petitions",
                petition,
                2,
                "VotingEndedAfterKeyLoss",
                "{\"petitionId\":\"%s\",\"closesAt\":\"%s\",\"revision\":2}"
                        .formatted(petition, Instant.now()));
        TestEvents.say(
                "petitions",
                petition,
                3,
                "PetitionClosed",
                "{\"petitionId\":\"%s\",\"revision\":2,\"closedAt\":\"%s\"}"
                        .formatted(petition, Instant.now()));
        awaitState(petition, BoxState.FENCED);
        assertThat(list(petition, listReader()).body()).isEqualTo(tracker + "\n");
    }

    @Test
    void listsWhatWasCastAgainAndNothingWithdrawn() throws Exception {
        UUID petition = opened(Duration.ofSeconds(3));
        var fickle = TestVoter.somebody();
        var gone = TestVoter.somebody();
        String first = TestVoter.tracker();
        String again = TestVoter.tracker();
        String withdrawn = TestVoter.tracker();
        assertThat(vote(petition, fickle, first).statusCode()).isEqualTo(201);
        assertThat(withdraw(petition, fickle, first).statusCode()).isEqualTo(204);
        assertThat(vote(petition, fickle, again).statusCode()).isEqualTo(201);
        assertThat(vote(petition, gone, withdrawn).statusCode()).isEqualTo(201);
        assertThat(withdraw(petition, gone, withdrawn).statusCode()).isEqualTo(204);

        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        assertThat(list(petition, listReader()).body()).isEqualTo(again + "\n");
    }

    @Test
    void goesFromFenceToNothingLeft() throws Exception {
        UUID petition = opened(Duration.ofSeconds(3));
        var voter = TestVoter.somebody();
        Set<String> trackers = new TreeSet<>();
        for (int number = 0; number < 7; number++) {
            String tracker = TestVoter.tracker();
            trackers.add(tracker);
            vote(petition, number == 0 ? voter : TestVoter.somebody(), tracker);
        }
        byte[] hash =
                jdbc.sql("SELECT voter_hash FROM %s LIMIT 1".formatted(table(petition)))
                        .query(byte[].class)
                        .single();
        var cluster = new VoteCluster(url);
        cluster.checkpoint();
        assertThat(cluster.logHolds(hash)).isTrue();
        assertThat(cluster.tablesHold(hash)).isTrue();
        assertThat(list(petition, listReader()).statusCode()).isEqualTo(409);

        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(410);
        assertThat(list(petition, listReader()).body()).isEqualTo(lines(trackers));

        var oldCopy = TestKeys.copyOfVault();
        finalised(petition, trackers.size(), sha256(lines(trackers)));
        awaitState(petition, BoxState.PURGED);
        assertThat(cluster.logHolds(hash)).isFalse();
        assertThat(cluster.tablesHold(hash)).isFalse();
        assertThat(salts.holds(petition)).isFalse();
        assertThat(list(petition, listReader()).statusCode()).isEqualTo(410);
        assertThat(vote(petition, voter, TestVoter.tracker()).body())
                .contains("urn:lyhord:problem:closed", "closedAt");
        assertThat(ownVote(petition, voter).statusCode()).isEqualTo(410);
        await().untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("voting", petition))
                                        .extracting(TestEvents.Heard::type)
                                        .containsExactly(
                                                "se.lyhord.voting.BallotBoxOpened.v1",
                                                "se.lyhord.voting.BallotBoxFenced.v1",
                                                "se.lyhord.voting.SaltShredded.v1",
                                                "se.lyhord.voting.BallotBoxPurged.v1"));
        assertThat(TestEvents.heard("counts", petition)).last().extracting("body").isNull();

        opened2(petition);
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.PURGED);

        TestKeys.restoreVault(oldCopy);
        await().untilAsserted(() -> assertThat(salts.tombstones()).contains(petition));
        assertThat(salts.holds(petition)).isFalse();
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.PURGED);
    }

    /** Opened once more, under a number of its own. */
    private void opened2(UUID petition) {
        TestEvents.say(
                "petitions",
                petition,
                3,
                "PetitionOpened",
                "{\"petitionId\":\"%s\",\"closesAt\":\"2100-01-01T00:00:00Z\",\"revision\":1}"
                        .formatted(petition));
        awaitApplied("petitions", petition, 3);
    }

    @Test
    void shredsOnNothingButASignedOrderForItsOwnCut() {
        UUID petition = opened(Duration.ofSeconds(1));
        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        TestEvents.say(
                "tally",
                petition,
                1,
                "TallyFinalized",
                order(petition, 0, sha256(""), new byte[64]));
        await().untilAsserted(
                        () ->
                                assertThat(manage("parked").body())
                                        .contains(petition.toString(), "FAILED"));
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.FENCED);
        assertThat(salts.holds(petition)).isTrue();

        UUID other = opened(Duration.ofSeconds(1));
        closed(other, 2);
        awaitState(other, BoxState.FENCED);
        finalised(other, 1, sha256(""));
        await().untilAsserted(() -> assertThat(manage("parked").body()).contains(other.toString()));
        assertThat(salts.holds(other)).isTrue();
    }

    @Test
    void aBoxRestoredFromAnOldCopyIsDroppedBeforeAnythingIsServed() {
        UUID petition = opened(Duration.ofHours(1));
        vote(petition, TestVoter.somebody(), TestVoter.tracker());
        String digest = sha256("");
        salts.shred(
                new ShredOrder(
                        petition,
                        0,
                        digest,
                        TestKeys.SHRED_ORDERS.kid(),
                        TestKeys.SHRED_ORDERS.sign(ShredOrder.bytesToSign(petition, 0, digest))));

        lifecycles.get("whenRestoredThenForget").start();

        awaitState(petition, BoxState.PURGED);
        assertThat(
                        jdbc.sql("SELECT to_regclass(?)::text")
                                .param(table(petition))
                                .query(String.class)
                                .optional())
                .isEmpty();
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(410);
    }

    @Test
    void givesTheListToItsReaderAlone() {
        UUID petition = opened(Duration.ofHours(1));
        for (String token :
                List.of(
                        "nonsense",
                        TestIssuer.token("x", "voting-service", "moderator"),
                        TestIssuer.token("x", "petition-service", "tracker-list-reader"),
                        TestIssuer.forgedToken("x", "voting-service", "tracker-list-reader"),
                        TestIssuer.expiredToken("x", "voting-service", "tracker-list-reader"))) {
            assertThat(list(petition, token).statusCode()).isIn(401, 403);
        }
        assertThat(list(petition, listReader()).statusCode()).isEqualTo(409);
        assertThat(list(UUID.randomUUID(), listReader()).statusCode()).isEqualTo(404);
    }

    private static String table(UUID petition) {
        return "ballots.votes_" + petition.toString().replace("-", "");
    }
}
