package se.lyhord.moderation.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers over real HTTP as petition-service and the login service's token address do. */
final class PetitionServiceStandIn {

    static final String SERVICE_TOKEN = "token-of-moderation-service";

    static final String RENEWED_TOKEN = "renewed-token";

    /** One request to record an outcome. */
    record Recorded(String path, String authorization, String ifMatch, String body) {}

    private final HttpServer server;
    private final Map<UUID, String> texts = new ConcurrentHashMap<>();
    private final List<Recorded> outcomes = new CopyOnWriteArrayList<>();
    private volatile boolean renewsTokens = true;
    private volatile String loggedOut = "";
    private volatile int outcomeStatus = 204;
    private volatile String outcomeBody = "";

    PetitionServiceStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/logout", this::logout);
        server.createContext("/internal/petitions/", this::text);
        server.createContext("/api/v1/petitions/", this::outcome);
        var thread = new Thread(server::start, "petition-service-stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the text of the petition is there. */
    void has(UUID petition, String title, String text) {
        texts.put(
                petition,
                """
                {"petitionId":"%s","textVersion":1,"title":"%s","text":"%s",
                 "petitionerName":"Maj","language":"sv","submittedAt":"2026-11-20T09:00:00Z",
                 "fromALaterRelease":true}
                """
                        .formatted(petition, title, text));
    }

    /** How the next outcomes are answered. */
    void answersOutcomes(int status, String body) {
        outcomeStatus = status;
        outcomeBody = body;
    }

    List<Recorded> outcomes() {
        return outcomes;
    }

    /** Whether a login that has run out is renewed. */
    void renewsTokens(boolean renews) {
        renewsTokens = renews;
    }

    /** The form of the last logout. */
    String loggedOut() {
        return loggedOut;
    }

    private void token(HttpExchange exchange) throws IOException {
        var renewal = body(exchange).contains("grant_type=refresh_token");
        if (renewal && !renewsTokens) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(
                    exchange,
                    200,
                    """
                    {"access_token":"%s","token_type":"Bearer","expires_in":300}
                    """
                            .formatted(renewal ? RENEWED_TOKEN : SERVICE_TOKEN));
        }
    }

    private void logout(HttpExchange exchange) throws IOException {
        loggedOut = body(exchange);
        answer(exchange, 204, "");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void text(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var petition = UUID.fromString(exchange.getRequestURI().getPath().split("/")[3]);
        if (!("Bearer " + SERVICE_TOKEN).equals(token)) {
            answer(exchange, 401, "{}");
        } else if (texts.containsKey(petition)) {
            answer(exchange, 200, texts.get(petition));
        } else {
            answer(exchange, 503, "{}");
        }
    }

    private void outcome(HttpExchange exchange) throws IOException {
        outcomes.add(
                new Recorded(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("If-Match"),
                        body(exchange)));
        answer(exchange, outcomeStatus, outcomeBody);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
