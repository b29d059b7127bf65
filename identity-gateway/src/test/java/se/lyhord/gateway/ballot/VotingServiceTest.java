package se.lyhord.gateway.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.StubServer;
import se.lyhord.gateway.ballot.VoteAnswer.AlreadyCounted;
import se.lyhord.gateway.ballot.VoteAnswer.Busy;
import se.lyhord.gateway.ballot.VoteAnswer.Closed;
import se.lyhord.gateway.ballot.VoteAnswer.Counted;
import se.lyhord.gateway.ballot.VoteAnswer.NoVote;
import se.lyhord.gateway.ballot.VoteAnswer.NotOpen;
import se.lyhord.gateway.ballot.VoteAnswer.Suspended;
import se.lyhord.gateway.ballot.VoteAnswer.TrackerTaken;
import se.lyhord.gateway.ballot.VoteAnswer.Unknown;
import se.lyhord.gateway.ballot.VoteAnswer.Withdrawn;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.databind.json.JsonMapper;

class VotingServiceTest {

    private static final UUID PETITION = UUID.fromString("3f2b7a10-4a51-4f0e-9c55-0d8f3a1b2c3d");
    private static final String CAST = "POST /api/v1/votes";
    private static final String FIND = "GET /api/v1/petitions/" + PETITION + "/vote";
    private static final String WITHDRAW = "POST /api/v1/petitions/" + PETITION + "/withdrawals";
    private static final VoterToken TOKEN = new VoterToken("v1.token");
    private static final Tracker TRACKER = new Tracker("0123456789abcdef0123456789abcdef");

    private StubServer one;
    private StubServer two;

    @BeforeEach
    void start() throws Exception {
        one = StubServer.start();
        two = StubServer.start();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aVoteIsCastWithTokenAndTracker() {
        one.on(CAST, 200, line(0, 201, ""));

        assertThat(cast()).isEqualTo(new Counted(TRACKER));

        assertThat(one.asked()).hasSize(1);
        assertThat(one.asked().getFirst().body())
                .isEqualTo(
                        """
                        [{"petition":"%s","token":"v1.token","tracker":"%s"}]\
                        """
                                .formatted(PETITION, TRACKER.code()));
    }

    @Test
    void refusalsAreToldApart() {
        one.on(CAST, 200, line(0, 409, problem("already-counted")));
        assertThat(cast()).isEqualTo(new AlreadyCounted());
        one.on(CAST, 200, line(0, 409, problem("tracker-taken")));
        assertThat(cast()).isEqualTo(new TrackerTaken());
        one.on(CAST, 200, line(0, 410, "\"closedAt\":\"2026-11-23T22:59:00Z\""));
        assertThat(cast()).isEqualTo(new Closed(Instant.parse("2026-11-23T22:59:00Z")));
        one.on(CAST, 200, line(0, 404, problem("no-ballot-box")));
        assertThat(cast()).isEqualTo(new NotOpen());
        one.on(CAST, 200, line(0, 423, problem("suspended")));
        assertThat(cast()).isEqualTo(new Suspended());
        one.on(CAST, 200, line(0, 401, problem("bad-voter-token")));
        assertThat(cast()).isEqualTo(new Busy());
    }

    @Test
    void anInstanceThatIsAwayIsPassedOver() throws Exception {
        two.on(CAST, 200, line(0, 201, ""));
        String nobody = "http://127.0.0.1:" + unusedPort();

        for (int i = 0; i < 4; i++) {
            assertThat(voting(nobody + "," + two.url()).cast(PETITION, TOKEN, TRACKER))
                    .isEqualTo(new Counted(TRACKER));
        }
    }

    @Test
    void whenNobodyIsThereNothingWasDone() throws Exception {
        String nobody = "http://127.0.0.1:" + unusedPort();

        assertThat(voting(nobody).cast(PETITION, TOKEN, TRACKER)).isEqualTo(new Busy());
    }

    @Test
    void aFullQueueIsBusy() {
        one.on(CAST, 200, line(0, 503, problem("unavailable")));
        assertThat(cast()).isEqualTo(new Busy());
        one.on(CAST, 503, "{}");
        assertThat(cast()).isEqualTo(new Busy());
    }

    @Test
    void anAnswerThatWasLostIsAskedOfTheNextInstance() {
        one.on(CAST, asked -> null);
        two.on(CAST, 200, line(0, 201, ""));

        VotingService voting = voting(one.url() + "," + two.url());

        assertThat(voting.cast(PETITION, TOKEN, TRACKER)).isEqualTo(new Counted(TRACKER));
        assertThat(two.asked().getFirst().body()).contains(TRACKER.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 200})
    void whenNobodyCanSayTheOutcomeIsUnknown(int status) {
        one.on(
                CAST,
                asked -> {
                    if (status == 200) {
                        Thread.sleep(1_500);
                    }
                    return new StubServer.Said(status, status == 200 ? "" : "{}");
                });
        two.on(CAST, 200, line(0, 503, problem("unavailable")));

        assertThat(voting(one.url() + "," + two.url()).cast(PETITION, TOKEN, TRACKER))
                .isEqualTo(new Unknown());
    }

    @Test
    void whoWaitsGoesAlongInOneRequestAndGetsTheirOwnAnswer() throws Exception {
        var goOn = new CountDownLatch(1);
        one.on(
                CAST,
                asked -> {
                    goOn.await();
                    return new StubServer.Said(200, answers(asked.body()));
                });
        VotingService voting = voting(one.url(), Duration.ofSeconds(30));
        Map<Tracker, VoteAnswer.ToCast> answers = new ConcurrentHashMap<>();
        List<Thread> voters =
                Stream.generate(Tracker::draw)
                        .limit(100)
                        .map(
                                tracker ->
                                        Thread.ofPlatform()
                                                .start(
                                                        () ->
                                                                answers.put(
                                                                        tracker,
                                                                        voting.cast(
                                                                                PETITION, TOKEN,
                                                                                tracker))))
                        .toList();
        await().until(() -> voters.stream().allMatch(it -> it.getState() == State.TIMED_WAITING));
        goOn.countDown();
        for (Thread voter : voters) {
            voter.join(Duration.ofSeconds(30));
        }
        assertThat(answers).hasSize(100);
        answers.forEach(
                (tracker, answer) ->
                        assertThat(answer)
                                .isEqualTo(
                                        isOdd(tracker.code())
                                                ? new AlreadyCounted()
                                                : new Counted(tracker)));
        assertThat(one.asked()).hasSizeLessThan(20);
    }

    @Test
    void anAnswerCutShortLeavesOnlyTheRestUnknown() {
        one.on(CAST, 200, "{\"vote\":0,\"status\":201}\n{\"vote\":1,\"sta");
        assertThat(cast()).isEqualTo(new Counted(TRACKER));
        one.on(CAST, 200, "{\"vote\":0,\"sta");
        assertThat(cast()).isEqualTo(new Unknown());
    }

    @Test
    void ownVoteIsFoundByItsTracker() {
        one.on(FIND, 200, "{\"tracker\":\"" + TRACKER.code() + "\"}");
        assertThat(voting(one.url()).find(PETITION, TOKEN)).isEqualTo(new Counted(TRACKER));
        one.on(FIND, 404, problem("no-vote"));
        assertThat(voting(one.url()).find(PETITION, TOKEN)).isEqualTo(new NoVote());
        one.on(FIND, 404, problem("no-ballot-box"));
        assertThat(voting(one.url()).find(PETITION, TOKEN)).isEqualTo(new NotOpen());
        one.on(FIND, 410, "{}");
        assertThat(voting(one.url()).find(PETITION, TOKEN)).isEqualTo(new Closed(null));
    }

    @Test
    void aWithdrawalNamesItsVote() {
        one.on(WITHDRAW, 204, "");
        assertThat(voting(one.url()).withdraw(PETITION, TOKEN, TRACKER)).isEqualTo(new Withdrawn());
        assertThat(one.asked().getFirst().body()).contains(TRACKER.code());
        one.on(WITHDRAW, 409, problem("not-your-vote"));
        assertThat(voting(one.url()).withdraw(PETITION, TOKEN, TRACKER)).isEqualTo(new NoVote());
    }

    private VoteAnswer.ToCast cast() {
        return voting(one.url()).cast(PETITION, TOKEN, TRACKER);
    }

    /** The answer to one vote of a request; more members of it, without braces. */
    private static String line(int vote, int status, String more) {
        return "{\"vote\":%d,\"status\":%d%s}\n"
                .formatted(vote, status, more.isEmpty() ? "" : "," + more.replaceAll("[{}]", ""));
    }

    /** Odd trackers have been counted before; the last vote is answered first. */
    private static String answers(String request) {
        var ballots = JsonMapper.builder().build().readTree(request);
        var lines = new StringBuilder();
        for (int vote = ballots.size() - 1; vote >= 0; vote--) {
            boolean odd = isOdd(ballots.get(vote).path("tracker").asString());
            lines.append(line(vote, odd ? 409 : 201, odd ? problem("already-counted") : ""));
        }
        return lines.toString();
    }

    private static boolean isOdd(String tracker) {
        return Character.digit(tracker.charAt(tracker.length() - 1), 16) % 2 == 1;
    }

    private static VotingService voting(String addresses) {
        return voting(addresses, Duration.ofSeconds(1));
    }

    private static VotingService voting(String addresses, Duration patience) {
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(patience);
        return new VotingService(
                ServiceInstances.of(addresses),
                RestClient.builder().requestFactory(requests).build(),
                JsonMapper.builder().build());
    }

    private static String problem(String code) {
        return "{\"type\":\"urn:lyhord:problem:" + code + "\"}";
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
