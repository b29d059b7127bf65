package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import se.lyhord.gateway.pseudonym.KeysToldBefore;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.RotatingKeys;

/**
 * The gateway as a citizen meets it; the services and the e-ID behind it say what a test tells
 * them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class GatewayTest {

    private static final String PERSONAL = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final String COORDINATION = "https://id.oidc.se/claim/coordinationNumber";
    private static final String LEVEL = "https://id.oidc.se/claim/coordinationNumberLevel";
    private static final String TOLVAN = "191212121212";
    private static final String LILLAN = "201701102384";

    @TempDir private static Path folder;
    private static StubServer petitions;
    private static StubServer votes;
    private static TestEid eid;

    @LocalServerPort private int port;
    @MockitoBean private KeysToldBefore keysToldBefore;
    @Autowired private ComparedVault vault;
    @Autowired private MeterRegistry meters;
    private final UUID petition = UUID.randomUUID();
    private final String page = "/forslag/" + petition;
    private TestBrowser browser;

    @BeforeAll
    static void startOthers() throws Exception {
        petitions = StubServer.start();
        votes = StubServer.start();
        eid = TestEid.start();
    }

    @AfterAll
    static void stopOthers() {
        petitions.close();
        votes.close();
        eid.close();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws Exception {
        for (String keys : new String[] {"session", "token"}) {
            RotatingKeys.generate(Files.createDirectories(folder.resolve(keys)), "0001");
            registry.add(
                    "lyhord." + (keys.equals("token") ? "voter-token" : keys) + ".directory",
                    () -> folder.resolve(keys).toString());
        }
        Files.createDirectories(folder.resolve("vault"));
        registry.add("lyhord.vault.directory", () -> folder.resolve("vault").toString());
        registry.add("lyhord.services.petition", petitions::url);
        registry.add("lyhord.services.tally", petitions::url);
        registry.add("lyhord.services.voting", votes::url);
        registry.add("lyhord.eid.issuer", eid::issuer);
        registry.add(
                "spring.security.oauth2.client.registration.eid.client-secret", () -> "secret");
        registry.add("lyhord.limits.submissions-without-work", () -> 3);
        registry.add("spring.cloud.stream.kafka.binder.brokers", () -> "127.0.0.1:1");
        registry.add("management.server.port", () -> 0);
    }

    @BeforeEach
    void openPetition() {
        browser = new TestBrowser(port, eid);
        petitions.on("GET /api/v1/petitions/" + petition, 200, petition("OPEN", true));
        vault.compare(new KeysTold(Set.of(), Map.of(), Set.of()));
        vault.create(petition);
        votes.on(cast(), 200, line("\"status\":201"));
    }

    @Test
    void theLoginAsksForTheEidEveryTimeAtTheDemandedLevel() throws Exception {
        Map<String, String> asked = browser.startLogin(page + "/rosta");

        assertThat(asked)
                .containsEntry("prompt", "login")
                .containsEntry("acr_values", "http://id.elegnamnden.se/loa/1.0/loa3")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/logga-in/svar")
                .containsKeys("nonce", "state", "code_challenge");
    }

    @Test
    void onlyOneClickOfAMailProgramNeedsNoForm() throws Exception {
        String token = "Zm9vYmFyZm9vYmFyZm9vYg";
        petitions.on("DELETE /api/v1/follow/" + token, 204, "");
        petitions.on("POST /api/v1/follow/" + token + "/confirmation", 204, "");
        Map<String, String> oneClick = Map.of("List-Unsubscribe", "One-Click");

        assertThat(browser.post("/folj/" + token + "/sluta", oneClick).statusCode()).isEqualTo(200);
        assertThat(petitions.asked())
                .extracting(StubServer.Asked::line)
                .contains("DELETE /api/v1/follow/" + token);
        assertThat(browser.post("/folj/" + token + "/sluta", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/folj/" + token, oneClick).statusCode()).isEqualTo(403);
        assertThat(browser.post(page + "/folj", oneClick).statusCode()).isEqualTo(403);
    }

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
    void keycloaksSessionIsEndedByItsOwnTokenRightAfterTheExchange() throws Exception {
        logIn(TOLVAN);

        assertThat(eid.server().asked())
                .anySatisfy(
                        asked -> {
                            assertThat(asked.line()).endsWith("/logout");
                            assertThat(asked.body()).startsWith("refresh_token=refresh-");
                            assertThat(asked.authorization()).startsWith("Basic ");
                        });
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

    @ParameterizedTest
    @CsvSource({
        "https://id.oidc.se/claim/personalIdentityNumber, 199001012386, identity",
        "https://id.oidc.se/claim/personalIdentityNumber, 197010632391, identity",
        "https://id.oidc.se/claim/coordinationNumber, 197010632391, identity",
        "nothing, x, identity"
    })
    void whoIsNotNamedRightGetsAClearPageAndNoSession(
            String claim, String value, String reason, CapturedOutput output) throws Exception {
        HttpResponse<String> refused = refusedLogin(Map.of(claim, value));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.uri().getQuery()).contains("skal=" + reason).doesNotContain(value + "&");
        assertThat(browser.cookies()).doesNotContainKey("lyhord-session");
        if (value.length() == 12) {
            assertThat(output).doesNotContain(value);
        }
    }

    @Test
    void twoIdentitiesAreRefused() throws Exception {
        Map<String, Object> both =
                Map.of(PERSONAL, TOLVAN, COORDINATION, "197010632391", LEVEL, "confirmed");

        assertThat(refusedLogin(both).uri().getQuery()).contains("skal=identity");
    }

    @Test
    void aConfirmedSamordningsnummerMayVote() throws Exception {
        Map<String, Object> samir = Map.of(COORDINATION, "197010632391", LEVEL, "confirmed");

        HttpResponse<String> back = browser.finishLogin(browser.startLogin(page + "/rosta"), samir);

        assertThat(TestBrowser.location(back)).endsWith(page + "/rosta");
    }

    @Test
    void aLowerLevelOfAssuranceIsRefused() throws Exception {
        Map<String, Object> claims =
                Map.of(PERSONAL, TOLVAN, "acr", "http://id.elegnamnden.se/loa/1.0/loa2");

        assertThat(refusedLogin(claims).uri().getQuery()).contains("skal=level");
    }

    @ParameterizedTest
    @CsvSource({
        "eid_level_too_low, level, 403",
        "eid_identity_unusable, identity, 403",
        "eid_cancelled, cancelled, 403",
        "eid_failed, unavailable, 503"
    })
    void whatKeycloakRefusesHasItsPage(String description, String reason, int status)
            throws Exception {
        Map<String, String> asked = browser.startLogin(page + "/rosta");

        HttpResponse<String> refused =
                browser.follow(
                        browser.get(
                                "/logga-in/svar?error=access_denied&error_description="
                                        + description
                                        + "&state="
                                        + asked.get("state").replace("=", "%3D")));

        assertThat(refused.uri().getQuery()).contains("skal=" + reason, "till=" + page);
        assertThat(refused.statusCode()).isEqualTo(status);
    }

    @Test
    void aLoginThatBeganInAnotherBrowserIsRefused() throws Exception {
        Map<String, String> asked = browser.startLogin(page + "/rosta");
        TestBrowser other = new TestBrowser(port, eid);

        HttpResponse<String> refused =
                other.follow(other.finishLogin(asked, Map.of(PERSONAL, TOLVAN)));

        assertThat(refused.uri().getQuery()).contains("skal=expired");
        assertThat(other.cookies()).doesNotContainKey("lyhord-session");
    }

    @Test
    void theLoginLeadsNowhereElse() throws Exception {
        Map<String, String> asked = browser.startLogin("/logga-in?till=https://example.org/");

        HttpResponse<String> back = browser.finishLogin(asked, Map.of(PERSONAL, TOLVAN));

        assertThat(TestBrowser.location(back)).isIn("/", "http://localhost:" + port + "/");
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

        HttpResponse<String> already = browser.submit(logIn(TOLVAN));

        assertThat(already.statusCode()).isEqualTo(409);
        assertThat(already.body()).doesNotContain(tracker);
        HttpResponse<String> withdrawn = browser.follow(browser.submit(already));
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

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        HttpResponse<String> confirm = logIn(TOLVAN);
        int before = votes.asked().size();

        assertThat(browser.submit(confirm, Map.of("_csrf", "forged")).statusCode() / 100)
                .isEqualTo(3);

        assertThat(votes.asked()).hasSize(before);
    }

    @Test
    void aFormOfAnotherSessionIsRefused() throws Exception {
        HttpResponse<String> confirm = logIn(TOLVAN);
        Map<String, String> stolen = TestBrowser.hidden(confirm.body());
        String cookie = browser.cookies().get("lyhord-ballot-form");
        TestBrowser other = new TestBrowser(port, eid);
        other.follow(
                other.finishLogin(
                        other.startLogin(page + "/rosta"), Map.of(PERSONAL, "199006022397")));
        other.cookies().put("lyhord-ballot-form", cookie);
        int before = votes.asked().size();

        HttpResponse<String> answer = other.post(page + "/rosta", stolen);

        assertThat(TestBrowser.location(answer)).contains("skal=expired");
        assertThat(votes.asked()).hasSize(before);
    }

    @Test
    void afterLogoutAFormLeadsToAPageThatSaysSo() throws Exception {
        HttpResponse<String> confirm = logIn(TOLVAN);
        browser.cookies().remove("lyhord-session");

        HttpResponse<String> over = browser.follow(browser.submit(confirm));

        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.uri().getQuery()).contains("skal=expired", "till=" + page + "/rosta");
    }

    @Test
    void everyPageIsGuardedByItsHeaders() throws Exception {
        HttpResponse<String> response = browser.get("/logga-in/nekad?skal=level");

        assertThat(response.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("referrer-policy")).hasValue("same-origin");
        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(browser.get(page).headers().allValues("cache-control"))
                .containsExactly("no-cache, private");
    }

    @Test
    void withoutKeycloakTheLoginSaysSo_andReadingGoesOn() throws Exception {
        eid.goAway();
        try {
            Thread.sleep(3_100);
            HttpResponse<String> away = browser.follow(browser.get(page + "/rosta"));

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("retry-after")).isPresent();
            assertThat(browser.get(page).statusCode()).isEqualTo(200);
        } finally {
            eid.comeBack();
            Thread.sleep(3_100);
        }
        assertThat(browser.startLogin(page + "/rosta")).containsKey("state");
    }

    @Test
    void aFloodOfSubmissionsIsHeldBack() throws Exception {
        int last = 0;
        for (int i = 0; i < 4; i++) {
            last = browser.post("/api/v1/petitions", Map.of()).statusCode();
        }

        assertThat(last).isEqualTo(429);
    }

    private HttpResponse<String> logIn(String number) throws Exception {
        return browser.follow(
                browser.finishLogin(browser.startLogin(page + "/rosta"), Map.of(PERSONAL, number)));
    }

    private HttpResponse<String> refusedLogin(Map<String, Object> claims) throws Exception {
        return browser.follow(browser.finishLogin(browser.startLogin(page + "/rosta"), claims));
    }

    private String api() {
        return "/api/v1/petitions/" + petition;
    }

    private static String cast() {
        return "POST /api/v1/votes";
    }

    /** What came of the only vote of a request. */
    private static String line(String members) {
        return "{\"vote\":0," + members + "}\n";
    }

    private String petition(String state, boolean votingReady) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return """
        {"id":"%s","title":"Fler bänkar i parken","text":"Det behövs bänkar.","language":"sv",
         "state":"%s","submittedAt":"%s","opensAt":"%s","closesAt":"%s","revision":1,"textVersion":1,
         "rules":{"version":1,"threshold":300,"minimumAge":13,"votingPeriod":"P90D"},
         "votingReady":%s,"certified":false,"timeline":[]}\
        """
                .formatted(
                        petition,
                        state,
                        now.minus(2, ChronoUnit.DAYS),
                        now.minus(1, ChronoUnit.DAYS),
                        now.plus(30, ChronoUnit.DAYS),
                        votingReady);
    }
}
