package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import se.lyhord.gateway.pseudonym.KeysToldBefore;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.RotatingKeys;

/** What should not be sent, or not twice, through the whole gateway: each has its page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {

    private static final String PERSONAL = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final String ODD =
            "🚲 <script>alert(1)</script> \u200b\u202eabc\u2066 \u0000\u0007 %00 ' \" ${7*7}";

    @TempDir private static Path folder;
    private static StubServer petitions;
    private static StubServer votes;
    private static TestEid eid;

    @LocalServerPort private int port;
    @MockitoBean private KeysToldBefore keysToldBefore;
    @Autowired private ComparedVault vault;
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
        for (String keys : new String[] {"session", "voter-token"}) {
            RotatingKeys.generate(Files.createDirectories(folder.resolve(keys)), "0001");
            registry.add("lyhord." + keys + ".directory", () -> folder.resolve(keys).toString());
        }
        Files.createDirectories(folder.resolve("vault"));
        registry.add("lyhord.vault.directory", () -> folder.resolve("vault").toString());
        registry.add("lyhord.services.petition", petitions::url);
        registry.add("lyhord.services.tally", petitions::url);
        registry.add("lyhord.services.voting", votes::url);
        registry.add("lyhord.eid.issuer", eid::issuer);
        registry.add(
                "spring.security.oauth2.client.registration.eid.client-secret", () -> "secret");
        registry.add("spring.cloud.stream.kafka.binder.brokers", () -> "127.0.0.1:1");
        registry.add("management.server.port", () -> 0);
    }

    @BeforeEach
    void openPetition() {
        browser = new TestBrowser(port, eid);
        vault.compare(new KeysTold(Set.of(), Map.of(), Set.of()));
        vault.create(petition);
        petitions.on("GET /api/v1/petitions/" + petition, 200, petition());
        petitions.asked().clear();
    }

    @ParameterizedTest
    @CsvSource({"sv, Det du skickade är för stort", "en, What you sent is too large"})
    void aBodyOfTenMegabytesIsTurnedAwayWithAPage(String language, String title) throws Exception {
        speak(language);
        browser.get("/lamna-forslag");

        HttpResponse<String> refused =
                browser.post(
                        "/lamna-forslag", Map.of("title", "Bänk", "text", "x".repeat(10 << 20)));

        assertThat(browser.post("/api/v1/petitions", Map.of("text", "x".repeat(2 << 20))))
                .as("the API too")
                .extracting(HttpResponse::statusCode)
                .isEqualTo(413);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains(title, "10").contains("</html>");
        assertThat(petitions.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
    }

    @ParameterizedTest
    @CsvSource({"sv, Formuläret var för gammalt", "en, The form was too old"})
    void aForgedOrStaleTokenKeepsWhatWasWritten(String language, String title) throws Exception {
        for (String token : new String[] {"forged", ""}) {
            browser = new TestBrowser(port, eid);
            speak(language);
            browser.get("/lamna-forslag");
            browser.cookies().remove("lyhord-form");

            HttpResponse<String> stale =
                    browser.post(
                            "/lamna-forslag",
                            Map.of("title", "Bänk", "text", "Min text", "_csrf", token));

            assertThat(stale.statusCode()).isEqualTo(403);
            assertThat(stale.body()).contains(title, "value=\"Bänk\"", "Min text</textarea>");
            assertThat(petitions.asked())
                    .noneMatch(asked -> asked.line().equals("POST /api/v1/petitions"));
            HttpResponse<String> again =
                    browser.submit(stale, Map.of("title", "Bänk", "text", "Min text"));
            assertThat(again.statusCode()).as("with its fresh token").isEqualTo(422);
        }
    }

    @ParameterizedTest
    @CsvSource({"sv,Formuläret var för gammalt", "en,The form was too old"})
    void aStaleTokenKeepsWhatWasCompletedToo(String language, String title) throws Exception {
        speak(language);
        HttpResponse<String> stale =
                browser.post(
                        "/status/AAAAAAAAAAAAAAAAAAAAAA/komplettera",
                        Map.of("title", "Bänk", "text", "Min text", "_csrf", "forged"));

        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains(title, "value=\"Bänk\"", "Min text</textarea>");
        assertThat(petitions.asked()).noneMatch(asked -> asked.line().contains("/completion"));
    }

    @Test
    void oddTextComesBackAsTheTextItIs() throws Exception {
        HttpResponse<String> form = browser.get("/lamna-forslag");

        HttpResponse<String> shown =
                browser.post(
                        "/lamna-forslag/andra",
                        Map.of(
                                "_csrf", TestBrowser.hidden(form.body()).get("_csrf"),
                                "title", ODD,
                                "text", ODD));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("🚲 &lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}")
                .doesNotContain("<script>alert");
    }

    @Test
    void aSessionThatEndsWhileVotingLeadsBackToTheSamePetition() throws Exception {
        HttpResponse<String> confirm = logIn();
        browser.cookies().remove("lyhord-session");

        HttpResponse<String> over = browser.follow(browser.submit(confirm));
        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.body()).contains("href=\"" + page + "/rosta\"");

        HttpResponse<String> again = logIn();
        assertThat(again.uri().getPath()).isEqualTo(page + "/rosta");
        assertThat(again.body()).contains("Ja, rösta för förslaget");
    }

    @Test
    void aDoubleClickOnTheVoteIsOneVoteAndOneReceipt() throws Exception {
        votes.on("POST /api/v1/votes", 200, "{\"vote\":0,\"status\":201}\n");
        HttpResponse<String> confirm = logIn();

        HttpResponse<String> first = browser.submit(confirm);
        votes.on("POST /api/v1/votes", 200, "{\"vote\":0,\"status\":200}\n");
        HttpResponse<String> second = browser.submit(confirm);

        assertThat(TestBrowser.location(first)).endsWith(page + "/kvitto");
        assertThat(TestBrowser.location(second)).endsWith(page + "/kvitto");
        assertThat(votes.asked().stream().map(StubServer.Asked::body).map(BadInputTest::tracker))
                .as("the same code, so the same vote")
                .hasSize(2)
                .containsOnly(TestBrowser.hidden(confirm.body()).get("tracker"));
    }

    @Test
    void aDoubleClickOnTakingItBackIsNoError() throws Exception {
        logIn();
        String tracker = "0123456789abcdef0123456789abcdef";
        votes.on(own("GET", "vote"), 200, "{\"tracker\":\"" + tracker + "\"}");
        votes.on(own("POST", "withdrawals"), 204, "");
        HttpResponse<String> confirm = browser.get(page + "/ta-tillbaka");

        assertThat(TestBrowser.location(browser.submit(confirm))).endsWith(page + "/kvitto");
        votes.on(own("POST", "withdrawals"), 409, "{}");
        HttpResponse<String> second = browser.follow(browser.submit(confirm));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.uri().getPath()).startsWith(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forslag/00000000-0000-4000-8000-000000000000",
                "/forslag/inget-id",
                "/forslag/00000000-0000-4000-8000-000000000000/kvitto-",
                "/forslag/00000000-0000-4000-8000-000000000000/antal",
                "/forslag/%00",
                "/forslag/..%2f..%2fetc%2fpasswd",
                "/finns-inte"
            })
    void whatDoesNotExistHasItsPage(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    private HttpResponse<String> logIn() throws Exception {
        return browser.follow(
                browser.finishLogin(
                        browser.startLogin(page + "/rosta"), Map.of(PERSONAL, "191212121212")));
    }

    private void speak(String language) throws Exception {
        browser.get("/sprak?lang=" + language + "&till=/");
    }

    private String own(String method, String what) {
        return method + " /api/v1/petitions/" + petition + "/" + what;
    }

    private static String tracker(String body) {
        return body.replaceFirst(".*\"tracker\":\"([0-9a-f]{32})\".*", "$1");
    }

    private String petition() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return """
        {"id":"%s","title":"Fler bänkar i parken","text":"Det behövs bänkar.","language":"sv",
         "state":"OPEN","submittedAt":"%s","opensAt":"%s","closesAt":"%s","revision":1,"textVersion":1,
         "rules":{"version":1,"threshold":300,"minimumAge":13,"votingPeriod":"P90D"},
         "votingReady":true,"certified":false,"timeline":[]}\
        """
                .formatted(petition, now, now, now.plus(30, ChronoUnit.DAYS));
    }
}
