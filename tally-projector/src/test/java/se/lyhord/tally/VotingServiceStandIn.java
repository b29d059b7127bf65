package se.lyhord.tally;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the voting service's and the token endpoint's part of the contract over real HTTP. */
final class VotingServiceStandIn {

    private final HttpServer server;
    private final Map<String, String> lists = new ConcurrentHashMap<>();
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    final AtomicInteger refusedTokens = new AtomicInteger();
    final AtomicInteger downloads = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();

    VotingServiceStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/internal/ballot-boxes/", this::trackers);
        Thread thread = new Thread(server::start, "voting-service-stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void handsOut(UUID petition, String list) {
        lists.put(petition.toString(), list);
    }

    /** Hands out a list line by line, with a pause before each. */
    void handsOutSlowly(UUID petition, String list, Duration pause) {
        pauses.put(petition.toString(), pause);
        handsOut(petition, list);
    }

    /** The token in use is accepted no longer, as after a restart of Keycloak. */
    void forgetTokens() {
        tokens.incrementAndGet();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean asked = body.contains("grant_type=client_credentials");
        String answer =
                "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(tokens.get());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer(exchange, asked ? 200 : 400, answer);
    }

    private void trackers(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer token-" + tokens.get()).equals(authorization)) {
            refusedTokens.incrementAndGet();
            answer(exchange, 401, "");
            return;
        }
        String petition = exchange.getRequestURI().getPath().split("/")[3];
        String list = lists.get(petition);
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        downloads.incrementAndGet();
        Duration pause = pauses.get(petition);
        if (list != null && pause != null) {
            dribble(exchange, list, pause);
            return;
        }
        answer(exchange, list == null ? 409 : 200, list == null ? "" : list);
    }

    private static void dribble(HttpExchange exchange, String list, Duration pause)
            throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            for (String line : list.split("(?<=\n)")) {
                Thread.sleep(pause);
                exchange.getResponseBody().write(line.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
