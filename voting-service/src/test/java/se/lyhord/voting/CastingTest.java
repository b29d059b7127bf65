package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import se.lyhord.voting.config.BoxLock;

@ExtendWith(OutputCaptureExtension.class)
class CastingTest extends VotingServiceTest {

    private static final int AT_ONCE = 300;

    @Autowired private MeterRegistry meters;
    @Autowired private DataSource database;
    @Autowired private ServletWebServerApplicationContext server;

    private final TestVoter anna = TestVoter.somebody();
    private final TestVoter bertil = TestVoter.somebody();

    @Test
    void votesRepeatsWithdrawsAndVotesAgain() {
        UUID petition = opened(Duration.ofHours(1));
        String first = TestVoter.tracker();

        assertThat(ownVote(petition, anna).statusCode()).isEqualTo(404);
        assertThat(vote(petition, anna, first).body()).isEqualTo("{\"tracker\":\"" + first + "\"}");
        assertThat(vote(petition, anna, first).statusCode()).isEqualTo(201);
        assertThat(vote(petition, anna, TestVoter.tracker()).body())
                .contains("urn:lyhord:problem:already-counted");
        assertThat(ownVote(petition, anna).body()).contains(first);
        assertThat(vote(petition, bertil, first).body())
                .contains("urn:lyhord:problem:tracker-taken");
        assertThat(withdraw(petition, bertil, first).body())
                .contains("urn:lyhord:problem:not-your-vote");
        assertThat(withdraw(petition, anna, first).statusCode()).isEqualTo(204);
        assertThat(withdraw(petition, anna, first).statusCode()).isEqualTo(204);
        assertThat(ownVote(petition, anna).statusCode()).isEqualTo(404);

        String second = TestVoter.tracker();
        assertThat(vote(petition, anna, first).statusCode()).isEqualTo(409);
        assertThat(vote(petition, anna, second).statusCode()).isEqualTo(201);
        assertThat(withdraw(petition, anna, first).statusCode()).isEqualTo(204);
        assertThat(ownVote(petition, anna).body()).contains(second);
    }

    @Test
    void twoHundredVotesOfOnePersonAtOnceAreOne() {
        UUID petition = opened(Duration.ofHours(1));
        List<String> trackers =
                IntStream.range(0, 200).mapToObj(number -> TestVoter.tracker()).toList();
        List<Integer> statuses;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses =
                    trackers.stream()
                            .map(t -> all.submit(() -> vote(petition, anna, t).statusCode()))
                            .toList()
                            .stream()
                            .map(CastingTest::get)
                            .toList();
        }
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).containsOnly(201, 409);
        assertThat(rows(petition)).isEqualTo(1);
    }

    @Test
    void moreRequestsThanAreLetInAreToldToComeAgainAtOnce() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());
        try (Connection fence = database.getConnection();
                Statement lock = fence.createStatement();
                var all = Executors.newVirtualThreadPerTaskExecutor()) {
            lock.execute("SELECT pg_advisory_lock(" + BoxLock.key(petition) + ")");
            for (int number = 0; number < AT_ONCE + 7; number++) {
                TestVoter voter = TestVoter.somebody();
                all.submit(() -> answers.add(vote(petition, voter, TestVoter.tracker())));
            }
            await().untilAsserted(() -> assertThat(answers).hasSize(7));
            assertThat(answers)
                    .allSatisfy(
                            answer -> {
                                assertThat(answer.statusCode()).isEqualTo(503);
                                assertThat(answer.headers().firstValue("Retry-After"))
                                        .hasValue("5");
                                assertThat(answer.body())
                                        .contains("urn:lyhord:problem:unavailable");
                            });
            lock.execute("SELECT pg_advisory_unlock(" + BoxLock.key(petition) + ")");
            await().untilAsserted(() -> assertThat(answers).hasSize(AT_ONCE + 7));
        }
        assertThat(answers.subList(7, answers.size()))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(rows(petition)).isEqualTo(AT_ONCE);
        assertThat(vote(petition, anna, TestVoter.tracker()).statusCode()).isEqualTo(201);
    }

    @Test
    void manyVotesInOneRequestEachGetTheirOwnAnswer() {
        UUID petition = opened(Duration.ofHours(1));
        UUID other = opened(Duration.ofHours(1));
        UUID unknown = UUID.randomUUID();
        String first = TestVoter.tracker();
        String second = TestVoter.tracker();
        String taken = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), taken).statusCode()).isEqualTo(201);
        HttpResponse<String> answer =
                votes(
                        ballot(petition, anna.token(petition), first),
                        ballot(petition, anna.token(petition), second),
                        ballot(other, anna.token(other), TestVoter.tracker()),
                        ballot(petition, bertil.token(petition), taken),
                        ballot(petition, bertil.token(other), TestVoter.tracker()),
                        ballot(petition, bertil.token(petition), "ABC"),
                        ballot(unknown, bertil.token(unknown), TestVoter.tracker()),
                        "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        // Which of one voter's two votes is counted nobody promises, only that one is.
        boolean firstCounts = answer.body().contains(line(0, 201, null));
        int counted = firstCounts ? 0 : 1;
        assertThat(answer.body().lines())
                .containsExactlyInAnyOrder(
                        line(counted, 201, null),
                        line(1 - counted, 409, "already-counted"),
                        line(2, 201, null),
                        line(3, 409, "tracker-taken"),
                        line(4, 401, "bad-voter-token"),
                        line(5, 422, "invalid"),
                        line(6, 404, "no-ballot-box"),
                        line(7, 422, "invalid"));
        assertThat(rows(petition)).isEqualTo(2);
        assertThat(rows(other)).isEqualTo(1);
        assertThat(ownVote(petition, anna).body()).contains(firstCounts ? first : second);
    }

    @Test
    void theVotesOfOneRequestAreCommittedTogether() {
        UUID petition = opened(Duration.ofHours(1));
        String[] ballots =
                IntStream.range(0, 40)
                        .mapToObj(
                                voter ->
                                        ballot(
                                                petition,
                                                TestVoter.somebody().token(petition),
                                                TestVoter.tracker()))
                        .toArray(String[]::new);
        assertThat(votes(ballots).body().lines())
                .hasSize(40)
                .allMatch(line -> line.contains("\"status\":201"));
        assertThat(transactions(petition)).isEqualTo(1);
    }

    @Test
    void aRequestWithTooManyVotesIsRefusedAsAWhole() {
        UUID petition = opened(Duration.ofHours(1));
        String vote = ballot(petition, anna.token(petition), TestVoter.tracker());
        assertThat(votes(Collections.nCopies(501, vote).toArray(String[]::new)).statusCode())
                .isEqualTo(413);
        assertThat(rows(petition)).isZero();
        assertThat(votes(Collections.nCopies(500, vote).toArray(String[]::new)).body().lines())
                .hasSize(500)
                .allMatch(line -> line.contains("\"status\":201"));
        assertThat(rows(petition)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotAVotersOwn() {
        UUID petition = opened(Duration.ofHours(1));
        UUID other = opened(Duration.ofHours(1));
        String path = "/api/v1/petitions/" + petition + "/votes";
        String good = anna.header(petition);
        for (String bad :
                List.of(
                        "Voter nonsense",
                        good.substring(6),
                        good.substring(0, good.length() - 2) + "AA",
                        anna.header(other),
                        anna.header(petition, Instant.now().minusSeconds(6)),
                        anna.header(petition, Instant.now().plusSeconds(120)))) {
            HttpResponse<String> answer = post(path, bad, TestVoter.tracker());
            assertThat(answer.statusCode()).as(bad.substring(0, 12)).isEqualTo(401);
            assertThat(answer.body()).contains("urn:lyhord:problem:bad-voter-token");
        }
        assertThat(rows(petition)).isZero();
        assertThat(post(path, good, TestVoter.tracker()).statusCode()).isEqualTo(201);
    }

    @Test
    void nothingIsMeasuredOfOneRequest() {
        UUID petition = opened(Duration.ofHours(1));

        assertThat(vote(petition, anna, TestVoter.tracker()).statusCode()).isEqualTo(201);

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains("jvm.threads.live")
                .noneMatch(name -> name.startsWith("spring.security"))
                .noneMatch(name -> name.startsWith("http.server.requests"));
    }

    @Test
    void noRequestIsRegisteredUnderALockThatAllShare() {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        var http = (AbstractProtocol<?>) tomcat.getConnector().getProtocolHandler();

        assertThat(http.getProcessorCache()).isZero();
        assertThat(http.getDomain()).isNull();
    }

    @Test
    void saysWhichFieldIsWrongInTheReadersLanguage() {
        UUID petition = opened(Duration.ofHours(1));
        String path = "/api/v1/petitions/" + petition + "/votes";
        assertThat(post(path, anna.header(petition), "ABC"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(
                        answer ->
                                assertThat(answer.body())
                                        .contains("\"field\":\"tracker\"", "\"code\":\"invalid\"")
                                        .contains("Kvittokoden ska vara"));
        var english =
                send(
                        request(path, anna.header(petition))
                                .header("Accept-Language", "en")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(english.body()).contains("The tracker is missing.", "\"code\":\"missing\"");
        var garbage =
                send(
                        request(path, anna.header(petition))
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{")));
        assertThat(garbage.statusCode()).isEqualTo(400);
        UUID unknown = UUID.randomUUID();
        assertThat(vote(unknown, anna, TestVoter.tracker()).statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/petitions/x/votes", good(petition), "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsLeaveOnlyWhenEnoughHaveComeTogether() {
        UUID petition = opened(Duration.ofHours(1));
        vote(petition, anna, TestVoter.tracker());
        vote(petition, bertil, TestVoter.tracker());
        pause(1500);
        assertThat(TestEvents.heard("counts", petition)).isEmpty();
        vote(petition, TestVoter.somebody(), TestVoter.tracker());
        await().untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("counts", petition))
                                        .singleElement()
                                        .satisfies(
                                                count -> {
                                                    assertThat(count.body())
                                                            .contains("\"count\":3");
                                                    assertThat(count.timed()).isFalse();
                                                }));
    }

    @Test
    void neverLogsWhoItWas(CapturedOutput output) {
        UUID petition = opened(Duration.ofHours(1));
        vote(petition, anna, TestVoter.tracker());
        byte[] hash =
                jdbc.sql("SELECT voter_hash FROM " + table(petition)).query(byte[].class).single();
        // A unique violation is what brings keys into logs; provoke one past the queue.
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                        () ->
                                                jdbc.sql(
                                                                "INSERT INTO "
                                                                        + table(petition)
                                                                        + " SELECT * FROM "
                                                                        + table(petition))
                                                        .update())
                                .toString())
                .doesNotContain(java.util.HexFormat.of().formatHex(hash));
        for (byte[] secret : List.of(hash, anna.pseudonym())) {
            assertThat(output.getAll())
                    .doesNotContain(java.util.HexFormat.of().formatHex(secret))
                    .doesNotContain(TestVoter.base64(secret))
                    .doesNotContain(java.util.Base64.getEncoder().encodeToString(secret));
        }
    }

    @Test
    void theServiceCanNeitherChangeNorDropVotes() {
        UUID petition = opened(Duration.ofHours(1));
        vote(petition, anna, TestVoter.tracker());
        for (String attempt :
                List.of(
                        "DELETE FROM " + table(petition),
                        "UPDATE " + table(petition) + " SET sequence = 9",
                        "TRUNCATE " + table(petition),
                        "DROP TABLE " + table(petition),
                        "SELECT ballots.drop_votes('" + petition + "')")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> jdbc.sql(attempt).query((row, n) -> n).list()))
                    .as(attempt)
                    .isNotNull();
        }
        assertThat(rows(petition)).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM information_schema.columns
                                        WHERE table_schema = 'ballots' AND data_type LIKE '%time%'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private HttpResponse<String> votes(String... ballots) {
        return send(
                request("/api/v1/votes", "none")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "[" + String.join(",", ballots) + "]")));
    }

    private static String ballot(UUID petition, String token, String tracker) {
        return "{\"petition\":\"%s\",\"token\":\"%s\",\"tracker\":\"%s\"}"
                .formatted(petition, token, tracker);
    }

    private static String line(int vote, int status, @Nullable String problem) {
        String type = problem == null ? "null" : "\"urn:lyhord:problem:" + problem + "\"";
        return "{\"vote\":%d,\"status\":%d,\"type\":%s,\"closedAt\":null}"
                .formatted(vote, status, type);
    }

    private String good(UUID petition) {
        return anna.header(petition);
    }

    private long transactions(UUID petition) {
        return jdbc.sql("SELECT count(DISTINCT xmin::text) FROM " + table(petition))
                .query(Long.class)
                .single();
    }

    private long rows(UUID petition) {
        return jdbc.sql("SELECT count(*) FROM " + table(petition)).query(Long.class).single();
    }

    private static String table(UUID petition) {
        return "ballots.votes_" + petition.toString().replace("-", "");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
