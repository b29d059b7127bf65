package se.lyhord.gateway.ballot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The voting service, in several instances. What one instance may or may not have done is asked of
 * the next: casting and withdrawing name a tracker, so they can be repeated.
 */
final class VotingService implements AutoCloseable {

    private final ServiceInstances instances;
    private final RestClient client;
    private final JsonMapper json;
    private final Map<URI, CastBatches> batches = new ConcurrentHashMap<>();

    VotingService(ServiceInstances instances, RestClient client, JsonMapper json) {
        this.instances = instances;
        this.client = client;
        this.json = json;
    }

    /** An answer of one instance, read to its end. */
    record Said(int status, JsonNode body) {

        String code() {
            String type = body.path("type").asString("");
            return type.substring(type.lastIndexOf(':') + 1);
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    VoteAnswer.ToCast cast(UUID petition, VoterToken token, Tracker tracker) {
        return ask(
                instance -> batchesTo(instance).cast(petition, token, tracker),
                said ->
                        switch (said.status()) {
                            case 200, 201 -> new VoteAnswer.Counted(tracker);
                            case 409 ->
                                    said.code().equals("tracker-taken")
                                            ? new VoteAnswer.TrackerTaken()
                                            : new VoteAnswer.AlreadyCounted();
                            default -> otherwise(said);
                        },
                answer -> answer);
    }

    VoteAnswer.ToFind find(UUID petition, VoterToken token) {
        String path = "/api/v1/petitions/" + petition + "/vote";
        return ask(
                instance -> send(HttpMethod.GET, URI.create(instance + path), token, null),
                said -> {
                    Tracker tracker = Tracker.of(said.text("tracker"));
                    if (said.status() == 200 && tracker != null) {
                        return new VoteAnswer.Counted(tracker);
                    }
                    return said.status() == 404 && !said.code().equals("no-ballot-box")
                            ? new VoteAnswer.NoVote()
                            : otherwise(said);
                },
                answer -> answer);
    }

    VoteAnswer.ToWithdraw withdraw(UUID petition, VoterToken token, Tracker tracker) {
        String path = "/api/v1/petitions/" + petition + "/withdrawals";
        Map<String, String> body = Map.of("tracker", tracker.code());
        return ask(
                instance -> send(HttpMethod.POST, URI.create(instance + path), token, body),
                said ->
                        switch (said.status()) {
                            case 200, 204 -> new VoteAnswer.Withdrawn();
                            case 409 -> new VoteAnswer.NoVote();
                            default -> otherwise(said);
                        },
                answer -> answer);
    }

    private static VoteAnswer.@Nullable ToAny otherwise(Said said) {
        return switch (said.status()) {
            case 410 -> new VoteAnswer.Closed(instant(said.text("closedAt")));
            case 404 -> new VoteAnswer.NotOpen();
            case 423 -> new VoteAnswer.Suspended();
            default -> null;
        };
    }

    /** Null from {@code meaning} is an answer that says nothing: another instance is asked. */
    private <T> T ask(
            Function<URI, Said> question,
            Function<Said, @Nullable T> meaning,
            Function<VoteAnswer.ToAny, T> always) {
        boolean mayBeDone = false;
        for (URI instance : instances.inOrder()) {
            try {
                Said said = question.apply(instance);
                instances.answered(instance);
                T answer = meaning.apply(said);
                if (answer != null) {
                    return answer;
                }
                mayBeDone |= said.status() != 503 && said.status() != 401;
            } catch (ResourceAccessException e) {
                instances.noAnswerFrom(instance);
                mayBeDone |= !wasRefused(e);
            }
        }
        return always.apply(mayBeDone ? new VoteAnswer.Unknown() : new VoteAnswer.Busy());
    }

    private CastBatches batchesTo(URI instance) {
        return batches.computeIfAbsent(instance, it -> new CastBatches(it, client, json));
    }

    /** Sends no more votes. */
    @Override
    public void close() {
        batches.values().forEach(CastBatches::close);
    }

    private Said send(HttpMethod method, URI uri, VoterToken token, @Nullable Object body) {
        RestClient.RequestBodySpec request =
                client.method(method)
                        .uri(uri)
                        .header(HttpHeaders.AUTHORIZATION, "Voter " + token.text())
                        .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchangeForRequiredValue((asked, response) -> read(response));
    }

    private Said read(ClientHttpResponse response) throws IOException {
        byte[] bytes = response.getBody().readAllBytes();
        return new Said(response.getStatusCode().value(), tree(bytes));
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes);
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** A connection that was never made has certainly done nothing. */
    private static boolean wasRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
