package se.lyhord.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those hear who ask for what is not there. */
class ApiTest extends ServiceTest {

    @Test
    void refusals_are_problems_in_the_language_of_who_asks() throws Exception {
        JsonNode swedish = JSON.readTree(get("/certificate.json").body());
        assertThat(swedish.get("type").asString()).isEqualTo("urn:lyhord:problem:not-certified");
        assertThat(swedish.get("title").asString()).isEqualTo("Inget intyg än");
        JsonNode english =
                JSON.readTree(get("/certificate.json", "Accept-Language", "en-GB").body());
        assertThat(english.get("title").asString()).isEqualTo("No certificate yet");
        var bad = get(URI.create(base() + "/no-id"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(bad.body()).get("errors").get(0).get("code").asString())
                .isEqualTo("invalid");
        var none = get(URI.create(base()));
        assertThat(JSON.readTree(none.body()).get("errors").get(0).get("code").asString())
                .isEqualTo("missing");
        String many = "a,".repeat(101).replace("a", petition.toString());
        var tooMany = get(URI.create(base() + "?petition=" + many));
        assertThat(JSON.readTree(tooMany.body()).get("errors").get(0).get("message").asString())
                .contains("högst 100");
    }

    @Test
    void the_api_describes_itself() throws Exception {
        var api = get(URI.create("http://127.0.0.1:" + port + "/openapi"));
        assertThat(JSON.readTree(api.body()).get("paths").propertyNames())
                .contains("/api/v1/tallies/{petitionId}", "/api/v1/tallies/keys");
    }
}
