package se.lyhord.gateway.browse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A real HTTP server in place of petition-service and tally-projector, as their contract describes
 * them.
 */
public final class UpstreamStub {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    public record Answer(int status, String body, String etag) {}

    public record Asked(
            String method, String path, Map<String, List<String>> headers, String body) {}

    public UpstreamStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Answers 200 with JSON and an ETag at this path; a path without a query serves every query.
     */
    public void serve(String path, String json) {
        answers.put(
                path, new Answer(200, json, "\"" + Integer.toHexString(json.hashCode()) + "\""));
    }

    public void serve(String path, int status, String json) {
        answers.put(path, new Answer(status, json, ""));
    }

    /** From here on everything is answered 503, as when its database is away. */
    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    public void forget() {
        answers.clear();
        asked.clear();
        down = false;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        path,
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
        Answer found = answers.getOrDefault(path, answers.get(exchange.getRequestURI().getPath()));
        if (down) {
            found = new Answer(503, "{}", "");
        } else if (found == null) {
            found = new Answer(404, "{}", "");
        }
        if (!found.etag().isEmpty()) {
            exchange.getResponseHeaders().set("ETag", found.etag());
            if (found.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
        }
        byte[] bytes = found.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
