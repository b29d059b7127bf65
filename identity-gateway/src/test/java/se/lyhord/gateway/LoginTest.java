package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Logging in, and what keeps somebody from it. */
class LoginTest extends GatewayTest {

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
    void withoutKeycloakTheLoginSaysSo_andReadingGoesOn() throws Exception {
        eid.goAway();
        try {
            // What was known of Keycloak is good for some seconds.
            await().ignoreExceptions().until(() -> voteLink().statusCode() == 503);
            assertThat(voteLink().headers().firstValue("retry-after")).isPresent();
            assertThat(browser.get(page).statusCode()).isEqualTo(200);
        } finally {
            eid.comeBack();
            await().ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(browser.startLogin(page + "/rosta"))
                                            .containsKey("state"));
        }
    }

    private HttpResponse<String> voteLink() throws Exception {
        return browser.follow(browser.get(page + "/rosta"));
    }
}
