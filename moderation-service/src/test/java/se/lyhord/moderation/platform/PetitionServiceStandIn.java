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

    static final UUID DOCUMENT = UUID.fromString("3e1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");

    /** One request to record an outcome. */
    record Recorded(String path, String authorization, String ifMatch, String body) {}

    private final HttpServer server;
    private final OutagesStandIn outages = new OutagesStandIn();
    private final Map<UUID, String> texts = new ConcurrentHashMap<>();
    private final List<String> documents = new CopyOnWriteArrayList<>();
    private final List<Recorded> outcomes = new CopyOnWriteArrayList<>();
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private volatile int rulesStatus = 200;
    private volatile String municipality = "";
    private volatile boolean takesMessages = true;
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
        server.createContext("/api/v1/rules", this::rules);
        server.createContext("/internal/municipality", this::municipality);
        server.createContext("/api/v1/outages", outages::answer);
        var thread = new Thread(server::start, "petition-service-stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its outages. */
    OutagesStandIn outages() {
        return outages;
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

    /** The queries with which documents came. */
    List<String> documents() {
        return documents;
    }

    List<Recorded> outcomes() {
        return outcomes;
    }

    /** How new rules are answered. */
    void answersRules(int status) {
        rulesStatus = status;
    }

    /** The settings that came last, or empty. */
    String municipality() {
        return municipality;
    }

    /** Whether messages to petitioners are taken. */
    void takesMessages(boolean takes) {
        takesMessages = takes;
    }

    /** The message about the first version of a petition's text, or null. */
    String message(UUID petition) {
        return messages.get("/internal/petitions/" + petition + "/messages/1");
    }

    /** From now on this version of the petition's text is there. */
    void has(UUID petition, int version, String title, String text) {
        has(petition, title, text);
        texts.computeIfPresent(
                petition,
                (id, json) -> json.replace("\"textVersion\":1", "\"textVersion\":" + version));
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

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void text(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            message(exchange);
            return;
        }
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

    private void message(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        if (!takesMessages || !("Bearer " + SERVICE_TOKEN).equals(token)) {
            answer(exchange, 503, "{}");
            return;
        }
        messages.put(exchange.getRequestURI().getPath(), body(exchange));
        answer(exchange, 204, "");
    }

    private void rules(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            outcomes.add(
                    new Recorded(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("If-Match"),
                            body(exchange)));
            answer(
                    exchange,
                    rulesStatus,
                    rulesStatus == 200
                            ? "{\"version\":4,\"threshold\":250,\"minimumAge\":13,\"votingPeriod\":\"P60D\"}"
                            : "{}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"version\":3,\"threshold\":300,\"minimumAge\":13,\"votingPeriod\":\"P90D\"}");
        }
    }

    private void municipality(HttpExchange exchange) throws IOException {
        if (takesMessages) {
            municipality = body(exchange);
        }
        answer(exchange, takesMessages ? 204 : 503, "");
    }

    private void outcome(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/documents")) {
            documents.add(exchange.getRequestURI().getQuery());
            answer(exchange, 201, "{\"documentId\":\"" + DOCUMENT + "\"}");
            return;
        }
        outcomes.add(
                new Recorded(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("If-Match"),
                        body(exchange)));
        answer(exchange, outcomeStatus, outcomeBody);
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
