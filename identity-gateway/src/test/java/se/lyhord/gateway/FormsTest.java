package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent without a form of ours, or too often. */
class FormsTest extends GatewayTest {

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
    void aFloodOfSubmissionsIsHeldBack() throws Exception {
        int last = 0;
        for (int i = 0; i < 4; i++) {
            last = browser.post("/api/v1/petitions", Map.of()).statusCode();
        }

        assertThat(last).isEqualTo(429);
    }
}
