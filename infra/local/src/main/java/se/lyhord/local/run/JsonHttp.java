package se.lyhord.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lyhord.local.LocalFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP, for scripts that use the product's interfaces. */
public final class JsonHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * An answer.
     *
     * @param body parsed; null if there was none or it was not JSON
     */
    public record Answer(int status, @Nullable JsonNode body, String text) {

        /** The body of a success. */
        public JsonNode json() {
            if (status / 100 != 2 || body == null) {
                throw new LocalFailure("Unexpected answer " + status + ": " + text);
            }
            return body;
        }

        /** Fails unless the status tells of success. */
        public void expectSuccess() {
            if (status / 100 != 2) {
                throw new LocalFailure("Unexpected answer " + status + ": " + text);
            }
        }
    }

    /** Reads. */
    public Answer get(String url, Map<String, String> headers) {
        return send(request(url, headers).GET());
    }

    /** Sends a JSON body with POST. */
    public Answer post(String url, Map<String, String> headers, Map<String, ?> body) {
        return send(request(url, headers).POST(json(body)));
    }

    /** Sends a JSON body with PUT. */
    public Answer put(String url, Map<String, String> headers, Map<String, ?> body) {
        return send(request(url, headers).PUT(json(body)));
    }

    /** Sends a form with POST. */
    public Answer form(String url, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Html.urlEncoded(fields))));
    }

    private static HttpRequest.Builder request(String url, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(LIMIT)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.contains("json") ? JSON.readTree(response.body()) : null,
                    response.body());
        } catch (IOException e) {
            throw new LocalFailure("No answer from " + request.build().uri() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
