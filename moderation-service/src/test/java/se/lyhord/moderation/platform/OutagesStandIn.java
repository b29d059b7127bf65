package se.lyhord.moderation.platform;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The outages of petition-service, as its API answers. */
final class OutagesStandIn {

    static final UUID ID = UUID.fromString("7d0c6f0e-52a3-4a58-9a1b-0f5e1d2c3b4a");

    /** One request that was to change something. */
    record Asked(String method, String path, String authorization, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String list = "[]";
    private volatile String away = "[]";
    private volatile int status = 204;
    private volatile String refusal = "";

    /** There is one outage, in this state, which {@code declaredBy} has declared. */
    void has(String state, String declaredBy) {
        list =
                """
                [{"id":"%s","cause":"PLATFORM","missing":"VOTING","from":"2026-11-23T09:00:00Z",
                  "to":"2026-11-23T10:24:00Z","state":"%s","reason":"Rösttjänsten låg nere.",
                  "declared":%s,"confirmed":null,"dismissed":null,"extended":0}]
                """
                        .formatted(
                                ID,
                                state,
                                declaredBy == null
                                        ? "null"
                                        : """
                                        {"by":"%s","byName":"Amina Berg",
                                         "at":"2026-11-23T11:00:00Z"}
                                        """
                                                .formatted(declaredBy));
    }

    /** The voting service has been away since nine. */
    void votingIsAway() {
        away = "[{\"part\":\"VOTING\",\"since\":\"2026-11-23T09:00:00Z\"}]";
    }

    /** How the next steps are answered. */
    void answers(int answer, String body) {
        status = answer;
        refusal = body;
    }

    List<Asked> asked() {
        return asked;
    }

    /** As in the beginning. */
    void forget() {
        asked.clear();
        list = "[]";
        away = "[]";
        answers(204, "");
    }

    void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            PetitionServiceStandIn.answer(exchange, 200, path.endsWith("/away") ? away : list);
            return;
        }
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        path,
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        PetitionServiceStandIn.body(exchange)));
        if (status < 300 && path.endsWith("/outages")) {
            exchange.getResponseHeaders().set("Location", "/api/v1/outages/" + ID);
            PetitionServiceStandIn.answer(exchange, 201, "");
        } else {
            PetitionServiceStandIn.answer(exchange, status, refusal);
        }
    }
}
