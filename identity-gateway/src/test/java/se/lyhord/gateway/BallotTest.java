package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;

/** From login to receipt, and what else a vote can end on. */
class BallotTest extends GatewayTest {

    @Autowired private MeterRegistry meters;

    @Test
    void nothingIsMeasuredOfOneRequest() throws Exception {
        browser.submit(logIn(TOLVAN));

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains("jvm.threads.live")
                .noneMatch(name -> name.startsWith("spring.security"))
                .noneMatch(name -> name.startsWith("http.server.requests"));
    }

    @Test
    void aVoteFromLoginToReceipt(CapturedOutput output) throws Exception {
        HttpResponse<String> confirm = logIn(TOLVAN);

        assertThat(confirm.statusCode()).isEqualTo(200);
        assertThat(confirm.uri().getPath()).isEqualTo(page + "/rosta");
        String tracker = TestBrowser.hidden(confirm.body()).get("tracker");
        assertThat(tracker).matches("[0-9a-f]{32}");

        HttpResponse<String> voted = browser.submit(confirm);

        assertThat(voted.statusCode() / 100).isEqualTo(3);
        assertThat(TestBrowser.location(voted)).endsWith(page + "/kvitto").doesNotContain(tracker);
        HttpResponse<String> receipt = browser.follow(voted);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body().replaceAll("\\s|<[^>]+>", "")).contains(tracker);
        assertThat(receipt.headers().firstValue("cache-control").orElse("")).contains("no-store");

        StubServer.Asked asked = votes.asked().getLast();
        assertThat(asked.body()).contains("\"v1.0001." + petition + ".");
        assertThat(asked.toString() + output + browser.setCookies()).doesNotContain(TOLVAN);
    }

    @Test
    void nothingIsKeptOnTheServer_andCookiesAreGuarded() throws Exception {
        browser.submit(logIn(TOLVAN));

        assertThat(browser.setCookies())
                .noneMatch(cookie -> cookie.contains("JSESSIONID"))
                .filteredOn(cookie -> cookie.startsWith("lyhord-"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(browser.setCookies())
                .anyMatch(
                        cookie ->
                                cookie.startsWith("lyhord-session=")
                                        && cookie.contains("Max-Age=900"));
    }

    @Test
    void aChildIsTooYoung() throws Exception {
        HttpResponse<String> refused = logIn(LILLAN);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.post(page + "/rosta", Map.of()).statusCode() / 100).isNotEqualTo(2);
    }

    @Test
    void aSecondVoteIsToldSo_andCanBeWithdrawn() throws Exception {
        String tracker = "0123456789abcdef0123456789abcdef";
        votes.on(
                cast(),
                200,
                line("\"status\":409,\"type\":\"urn:lyhord:problem:already-counted\""));
        votes.on("GET " + api() + "/vote", 200, "{\"tracker\":\"" + tracker + "\"}");
        votes.on("POST " + api() + "/withdrawals", 204, "");

        int before = votes.asked().size();
        HttpResponse<String> already = browser.follow(browser.submit(logIn(TOLVAN)));

        assertThat(already.uri().getPath()).isEqualTo(page + "/redan-raknad");
        assertThat(already.body())
                .contains("Din röst är redan räknad", "href=\"" + page + "/ta-tillbaka\"");
        assertThat(votes.asked().subList(before, votes.asked().size()))
                .extracting(StubServer.Asked::line)
                .containsExactly(cast());
        HttpResponse<String> confirm = browser.get(page + "/ta-tillbaka");
        assertThat(confirm.body()).doesNotContain(tracker);
        HttpResponse<String> withdrawn = browser.follow(browser.submit(confirm));
        assertThat(withdrawn.statusCode()).isEqualTo(200);
        assertThat(withdrawn.uri().getPath()).isEqualTo(page + "/kvitto");
        assertThat(votes.asked().getLast().body()).contains(tracker);
    }

    @Test
    void aWithdrawalOfAnotherSessionIsNotSent() throws Exception {
        String tracker = "0123456789abcdef0123456789abcdef";
        votes.on("GET " + api() + "/vote", 200, "{\"tracker\":\"" + tracker + "\"}");
        logIn(TOLVAN);
        String mine =
                TestBrowser.hidden(browser.get(page + "/ta-tillbaka").body()).get("withdrawal");
        TestBrowser other = new TestBrowser(port, eid);
        other.follow(
                other.finishLogin(
                        other.startLogin(page + "/rosta"), Map.of(PERSONAL, "199006022397")));
        int before = votes.asked().size();

        HttpResponse<String> answer =
                other.submit(other.get(page + "/ta-tillbaka"), Map.of("withdrawal", mine));

        assertThat(TestBrowser.location(answer)).endsWith("/ta-tillbaka");
        assertThat(votes.asked().subList(before, votes.asked().size()))
                .noneMatch(asked -> asked.line().endsWith("/withdrawals"));
    }

    @Test
    void anUnknownOutcomeIsAskedAgainWithTheSameTracker() throws Exception {
        votes.on(cast(), asked -> null);
        HttpResponse<String> confirm = logIn(TOLVAN);
        String tracker = TestBrowser.hidden(confirm.body()).get("tracker");

        HttpResponse<String> unknown = browser.submit(confirm);

        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("retry-after")).isPresent();
        assertThat(unknown.body()).contains("Vi vet inte om din röst räknades");
        assertThat(TestBrowser.hidden(unknown.body())).containsEntry("tracker", tracker);

        votes.on(cast(), 200, line("\"status\":201"));
        assertThat(browser.follow(browser.submit(unknown)).uri().getPath())
                .isEqualTo(page + "/kvitto");
        assertThat(votes.asked().getLast().body()).contains(tracker);
    }

    @Test
    void aFullQueueSaysWhenToTryAgain() throws Exception {
        votes.on(cast(), 200, line("\"status\":503"));

        HttpResponse<String> busy = browser.submit(logIn(TOLVAN));

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("retry-after")).hasValue("5");
    }

    @Test
    void moreVotesThanAreTakenInAtOnceAreToldToComeAgain() throws Exception {
        CountDownLatch counted = new CountDownLatch(1);
        HttpResponse<String> confirm = logIn(TOLVAN);
        Map<String, String> form = TestBrowser.hidden(confirm.body());
        List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());
        votes.on(
                cast(),
                asked -> {
                    counted.await();
                    return new StubServer.Said(200, counted(asked));
                });
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < VOTES_AT_ONCE + 2; number++) {
                all.submit(() -> answers.add(browser.submit(confirm)));
            }
            await().untilAsserted(() -> assertThat(answers).hasSize(2));
            assertThat(browser.post(page + "/ta-tillbaka", form).statusCode()).isEqualTo(302);
            counted.countDown();
        }

        assertThat(answers.subList(0, 2))
                .allSatisfy(
                        crowded -> {
                            assertThat(crowded.statusCode()).isEqualTo(503);
                            assertThat(crowded.headers().firstValue("retry-after")).hasValue("5");
                            assertThat(crowded.headers().firstValue("content-security-policy"))
                                    .isPresent();
                            assertThat(crowded.body())
                                    .contains("Vi hinner inte med just nu", "href=\"rosta\"");
                        });
        assertThat(answers.subList(2, answers.size()))
                .hasSize(VOTES_AT_ONCE)
                .allSatisfy(voted -> assertThat(TestBrowser.location(voted)).endsWith("/kvitto"));
        assertThat(browser.get(page + "/rosta").statusCode()).isEqualTo(200);
    }

    @Test
    void aLateVoteIsToldWhenItClosed() throws Exception {
        votes.on(cast(), 200, line("\"status\":410,\"closedAt\":\"2026-11-23T22:59:00Z\""));

        HttpResponse<String> late = browser.submit(logIn(TOLVAN));

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("23.59");
    }

    @Test
    void aClosedPetitionTakesNoVote() throws Exception {
        petitions.on("GET /api/v1/petitions/" + petition, 200, petition("CLOSED", true));

        assertThat(logIn(TOLVAN).statusCode()).isEqualTo(410);
    }

    @Test
    void aPetitionWithoutBallotBoxTakesNoVoteYet() throws Exception {
        petitions.on("GET /api/v1/petitions/" + petition, 200, petition("OPEN", false));

        assertThat(logIn(TOLVAN).statusCode()).isEqualTo(409);
    }

    /** Every vote of a request is counted. */
    private static String counted(StubServer.Asked request) {
        int votes = request.body().split("\"tracker\"").length - 1;
        return IntStream.range(0, votes)
                .mapToObj("{\"vote\":%d,\"status\":201}\n"::formatted)
                .collect(Collectors.joining());
    }
}
