package se.lyhord.gateway;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
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
@DirtiesContext
abstract class GatewayTest {

    static final int VOTES_AT_ONCE = 3;

    static final String PERSONAL = "https://id.oidc.se/claim/personalIdentityNumber";
    static final String COORDINATION = "https://id.oidc.se/claim/coordinationNumber";
    static final String LEVEL = "https://id.oidc.se/claim/coordinationNumberLevel";
    static final String TOLVAN = "191212121212";
    static final String LILLAN = "201701102384";

    @TempDir private static Path folder;
    static StubServer petitions;
    static StubServer votes;
    static TestEid eid;

    @LocalServerPort int port;
    @MockitoBean private KeysToldBefore keysToldBefore;
    @Autowired private ComparedVault vault;
    final UUID petition = UUID.randomUUID();
    final String page = "/forslag/" + petition;
    TestBrowser browser;

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
        registry.add("lyhord.votes-at-once", () -> VOTES_AT_ONCE);
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

    HttpResponse<String> logIn(String number) throws Exception {
        return browser.follow(
                browser.finishLogin(browser.startLogin(page + "/rosta"), Map.of(PERSONAL, number)));
    }

    HttpResponse<String> refusedLogin(Map<String, Object> claims) throws Exception {
        return browser.follow(browser.finishLogin(browser.startLogin(page + "/rosta"), claims));
    }

    String api() {
        return "/api/v1/petitions/" + petition;
    }

    static String cast() {
        return "POST /api/v1/votes";
    }

    /** What came of the only vote of a request. */
    static String line(String members) {
        return "{\"vote\":0," + members + "}\n";
    }

    String petition(String state, boolean votingReady) {
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
