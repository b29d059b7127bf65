package se.lyhord.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another party on a port of its own, which answers what a test tells it to. */
public final class StubServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What was asked. */
    public record Asked(String line, String authorization, String body) {}

    /** What to answer. */
    public record Said(int status, String body) {}

    /** Answers; null hangs up without a word. */
    public interface Handler {
        Said answer(Asked asked) throws Exception;
    }

    private StubServer(HttpServer server) {
        this.server = server;
    }

    public static StubServer start() throws IOException {
        return start(0);
    }

    public static StubServer start(int port) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        StubServer stub = new StubServer(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", stub::handle);
        server.start();
        return stub;
    }

    public StubServer on(String line, Handler handler) {
        handlers.put(line, handler);
        return this;
    }

    public StubServer on(String line, int status, String body) {
        return on(line, asked -> new Said(status, body));
    }

    public List<Asked> asked() {
        return asked;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked question =
                    new Asked(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body);
            asked.add(question);
            Handler handler = handlers.get(question.line());
            Said said = handler == null ? new Said(404, "{}") : answer(handler, question);
            if (said == null) {
                return;
            }
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            said.status() >= 400 ? "application/problem+json" : "application/json");
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Said answer(Handler handler, Asked question) {
        try {
            return handler.answer(question);
        } catch (Exception e) {
            return new Said(500, "{}");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
