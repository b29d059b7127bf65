package se.lyhord.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.gateway.browse.Pages;
import se.lyhord.gateway.browse.Samples;
import se.lyhord.gateway.browse.UpstreamStub;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicApiTest extends Pages {

    @Test
    void readingIsPassedOnWithItsEtag() {
        PETITIONS.serve("/api/v1/petitions", Samples.list());
        HttpResponse<String> first = get("/api/v1/petitions?q=cykel%20bana&size=5");

        assertThat(first.body()).isEqualTo(Samples.list());
        assertThat(PETITIONS.asked().getFirst().path())
                .isEqualTo("/api/v1/petitions?q=cykel%20bana&size=5");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/v1/petitions", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void submittingIsPassedOnWithoutCookiesCredentialsOrAddresses() {
        PETITIONS.serve("/api/v1/petitions", 201, "{\"petitionId\":\"x\",\"statusKey\":\"y\"}");

        HttpResponse<String> answer =
                send(
                        request(
                                        "/api/v1/petitions",
                                        "Content-Type",
                                        "application/json",
                                        "Cookie",
                                        "lang=sv; session=hemlig",
                                        "Authorization",
                                        "Bearer hemlig",
                                        "X-Forwarded-For",
                                        "192.0.2.1")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"title\":\"Bänkar\"}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        UpstreamStub.Asked asked = PETITIONS.asked().getFirst();
        assertThat(asked.body()).isEqualTo("{\"title\":\"Bänkar\"}");
        assertThat(asked.headers().keySet())
                .doesNotContain(
                        "Cookie",
                        "Authorization",
                        "X-forwarded-for",
                        "Forwarded",
                        "X-forwarded-host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/petitions",
                "/api/v1/petitions.csv",
                "/api/v1/petitions/" + Samples.ID,
                "/api/v1/statistics"
            })
    void openDataMayBeReadByOtherSitesAndKeptForAMoment(String path) {
        PETITIONS.serve(path, "{}");

        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().allValues("Cache-Control"))
                .containsExactly(
                        "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400");
        PETITIONS.goDown();
        assertThat(get(path + "?never=asked").headers().firstValue("Cache-Control").orElse(""))
                .doesNotContain("public");
    }

    @Test
    void aCountThatWasReadBeforeStaysReadableForADay() {
        String path = "/api/v1/tallies/" + Samples.ID;
        TALLIES.serve(path, "{\"count\":42}");
        get(path);
        TALLIES.goDown();
        clock.advance(Duration.ofHours(23));

        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"count\":42}");
        assertThat(answer.headers().firstValue("Age")).hasValue("82800");

        clock.advance(Duration.ofHours(2));
        assertThat(get(path).statusCode()).isEqualTo(503);
    }

    @Test
    void aStatusPageIsForNoOtherSite() {
        PETITIONS.serve("/api/v1/status/Zm9vYmFyZm9vYmFyZm9vYg", "{}");

        HttpResponse<String> answer = get("/api/v1/status/Zm9vYmFyZm9vYmFyZm9vYg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .doesNotContain("public");
    }

    @Test
    void whatIsDescribedIsPassedOnAndWhatIsPassedOnIsDescribed() {
        JsonNode described = new JsonMapper().readTree(get("/api/v1/openapi.json").body());

        assertThat(described.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(described.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/petitions",
                        "/api/v1/petitions.csv",
                        "/api/v1/petitions/{id}",
                        "/api/v1/statistics",
                        "/api/v1/status/{key}",
                        "/api/v1/tallies",
                        "/api/v1/tallies/{id}",
                        "/api/v1/tallies/{id}/history",
                        "/api/v1/tallies/{id}/history.csv",
                        "/api/v1/tallies/{id}/trackers.txt",
                        "/api/v1/tallies/{id}/certificate.json",
                        "/api/v1/tallies/{id}/certificate.sig",
                        "/api/v1/tallies/keys");
        for (String path : described.path("paths").propertyNames()) {
            get(path.replace("{id}", Samples.ID).replace("{key}", "Zm9vYmFyZm9vYmFyZm9vYg"));
        }
        assertThat(PETITIONS.asked().size() + TALLIES.asked().size())
                .isEqualTo(described.path("paths").size());
    }

    @Test
    void certificatesAndListsArePassedOn() {
        TALLIES.serve("/api/v1/tallies/" + Samples.ID + "/trackers.txt", "00ff\n");
        TALLIES.serve("/api/v1/tallies/keys", "[]");

        assertThat(get("/api/v1/tallies/" + Samples.ID + "/trackers.txt").body())
                .isEqualTo("00ff\n");
        assertThat(get("/api/v1/tallies/keys").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/internal/petitions/x/texts/1",
        "GET,/api/v1/internal",
        "PUT,/api/v1/petitions/x/outcome",
        "PUT,/api/v1/rules",
        "GET,/api/v1/rules",
        "DELETE,/api/v1/petitions/x",
        "POST,/api/v1/petitions/x/votes",
        "POST,/api/v1/tallies/x",
        "GET,/api/v1/petitions/..%2f..%2finternal",
        "GET,/api/v1/petitions/x;/internal",
    })
    void whatIsNotPublicIsNotPassedOn(String method, String path) {
        HttpResponse<String> answer =
                send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isBetween(400, 405);
        assertThat(PETITIONS.asked())
                .noneMatch(
                        asked ->
                                asked.path().contains("internal") || !asked.method().equals("GET"));
        assertThat(TALLIES.asked()).isEmpty();
    }
}
