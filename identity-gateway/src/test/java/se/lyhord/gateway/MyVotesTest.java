package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import se.lyhord.gateway.browse.Samples;
import se.lyhord.gateway.pseudonym.KeysToldBefore;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.RotatingKeys;

/** Voters see their own votes, and nobody can tell more from how they are looked for than said. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class MyVotesTest {

    private static final String PERSONAL = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final String TOLVAN = "191212121212";
    private static final String PAGE = "/mina-roster";
    private static final int OPEN = 20;

    /** The same in every test, since the gateway keeps what it has read for a moment. */
    private static final List<UUID> PETITIONS =
            Stream.generate(UUID::randomUUID).limit(OPEN).toList();

    @TempDir private static Path folder;
    private static StubServer petitions;
    private static StubServer votes;
    private static TestEid eid;

    @LocalServerPort private int port;
    @MockitoBean private KeysToldBefore keysToldBefore;
    @Autowired private ComparedVault vault;
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
        registry.add("lyhord.my-votes.step", () -> OPEN);
        registry.add("lyhord.my-votes.patience", () -> "2s");
    }

    @BeforeEach
    void openPetitions() {
        browser = new TestBrowser(port, eid);
        vault.compare(new KeysTold(Set.of(), Map.of(), Set.of()));
        for (UUID petition : PETITIONS) {
            vault.create(petition);
            votes.on(find(petition), 404, "{\"type\":\"urn:lyhord:problem:no-vote\"}");
        }
        petitions.on("GET /api/v1/petitions", 200, list(OPEN));
        votes.asked().clear();
    }

    @Test
    void votersSeeTheirVotesAndMayTakeThemBack(CapturedOutput output) throws Exception {
        voted(3);
        voted(7);

        HttpResponse<String> page = logIn();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(PAGE);
        assertThat(page.body())
                .contains("Vi hittar 2 röster från dig. 20 förslag är öppna just nu.")
                .contains("Förslag 3<", "Förslag 7<", PETITIONS.get(3) + "/ta-tillbaka")
                .doesNotContain("Förslag 4<", "0123456789abcdef")
                .contains("Förslag där röstningen har stängt står inte här.");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(output).doesNotContain(TOLVAN, PETITIONS.get(3).toString(), "Voter v1.");
    }

    @Test
    void eachPetitionIsAskedAloneOnceWithItsOwnPseudonymAndInAnyOrder() throws Exception {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PETITIONS.forEach(
                petition ->
                        votes.on(
                                find(petition),
                                asked -> {
                                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                                    Thread.sleep(5);
                                    under.decrementAndGet();
                                    return new StubServer.Said(404, "{}");
                                }));

        logIn();

        assertThat(votes.asked())
                .extracting(StubServer.Asked::line)
                .containsExactlyInAnyOrderElementsOf(
                        PETITIONS.stream().map(MyVotesTest::find).toList())
                .isNotEqualTo(PETITIONS.stream().map(MyVotesTest::find).toList());
        assertThat(votes.asked()).extracting(StubServer.Asked::body).containsOnly("");
        assertThat(
                        votes.asked().stream()
                                .map(asked -> asked.authorization().split("\\.")[4])
                                .collect(Collectors.toSet()))
                .as("pseudonyms")
                .hasSize(OPEN);
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void whatCannotBeToldInTimeIsSaidToBeUnknown() throws Exception {
        PETITIONS.forEach(
                petition ->
                        votes.on(
                                find(petition),
                                asked -> {
                                    Thread.sleep(400);
                                    return new StubServer.Said(404, "{}");
                                }));
        votes.on(find(PETITIONS.getFirst()), 503, "{}");

        HttpResponse<String> page = logIn();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern("För (1[0-9]|[2-9]) förslag vet vi inte just nu")
                .contains("Din röst är inte påverkad.");
    }

    @Test
    void manyOpenPetitionsAreLookedThroughInSteps() throws Exception {
        logIn();
        petitions.on("GET /api/v1/petitions", 200, list(300));

        assertThat(browser.get(PAGE + "?sida=2").body())
                .contains("Del 2 av 15 av de öppna förslagen.")
                .contains(PAGE + "?sida=1", PAGE + "?sida=3", "Föregående del", "Nästa del");
        assertThat(browser.get(PAGE + "?sida=15").body())
                .contains("Föregående del")
                .doesNotContain("Nästa del");
        assertThat(browser.get(PAGE + "?sida=-1").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() throws Exception {
        Map<String, String> asked = browser.startLogin(PAGE);
        assertThat(asked).containsKey("state");
        assertThat(votes.asked()).isEmpty();
    }

    @Test
    void thePageSaysInEnglishWhyNothingIsLeftAfterTheVote() throws Exception {
        logIn();
        browser.cookies().put("lyhord-language", "en");
        browser.get("/sprak?lang=en&till=" + PAGE);

        assertThat(browser.get(PAGE).body())
                .contains("My votes", "Petitions whose vote has closed are not here.");
    }

    private HttpResponse<String> logIn() throws Exception {
        return browser.follow(
                browser.finishLogin(browser.startLogin(PAGE), Map.of(PERSONAL, TOLVAN)));
    }

    private void voted(int which) {
        votes.on(
                find(PETITIONS.get(which)),
                200,
                "{\"tracker\":\"0123456789abcdef0123456789abcdef\"}");
    }

    private static String find(UUID petition) {
        return "GET /api/v1/petitions/" + petition + "/vote";
    }

    private String list(int total) {
        return Samples.list(
                        IntStream.range(0, PETITIONS.size())
                                .mapToObj(
                                        i ->
                                                Samples.item(
                                                        PETITIONS.get(i).toString(),
                                                        "Förslag " + i,
                                                        "OPEN",
                                                        Instant.now(),
                                                        "null",
                                                        "null"))
                                .toArray(String[]::new))
                .replaceFirst("\"total\":\\d+", "\"total\":" + total)
                .replaceFirst("\"size\":\\d+", "\"size\":" + OPEN);
    }
}
