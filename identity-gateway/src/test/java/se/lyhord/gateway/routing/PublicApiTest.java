package se.lyhord.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lyhord.gateway.browse.Pages;
import se.lyhord.gateway.browse.Samples;
import se.lyhord.gateway.browse.UpstreamStub;

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
