package se.lyhord.petition;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as its users do. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    Api(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    record Answer(int status, HttpHeaders headers, JsonNode body) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    String text(String path) {
        return ask(request(path).GET()).body();
    }

    Answer post(String path, Object body, String... headers) {
        return send(request(path, headers).POST(json(body)));
    }

    Answer put(String path, Object body, String... headers) {
        return send(request(path, headers).PUT(json(body)));
    }

    Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    Answer submit(String title, String text) {
        return post("/api/v1/petitions", Map.of("title", title, "text", text, "language", "sv"));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json");
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(
                body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = ask(request);
        JsonNode body =
                response.body().isBlank()
                        ? JSON.createObjectNode()
                        : JSON.readTree(response.body());
        return new Answer(response.statusCode(), response.headers(), body);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
