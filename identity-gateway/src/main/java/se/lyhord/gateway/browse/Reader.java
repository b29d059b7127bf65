package se.lyhord.gateway.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from one service. An answer is good for a second, so that a rush of readers costs one
 * question a second; when the service is away, answers up to a day old are given and marked so.
 */
final class Reader {

    static final Duration FRESH = Duration.ofSeconds(1);
    static final Duration USABLE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final long MAXIMUM_BYTES = 64L << 20;

    private final ServiceInstances instances;
    private final RestClient client;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<String, Kept> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MAXIMUM_BYTES)
                    .<String, Kept>weigher((path, answer) -> 200 + path.length() + answer.bytes())
                    .expireAfterWrite(USABLE)
                    .build();
    private final ReentrantLock[] asking = new ReentrantLock[64];
    private volatile Instant silentUntil = Instant.MIN;

    Reader(ServiceInstances instances, RestClient client, JsonMapper json, Clock clock) {
        this.instances = instances;
        this.client = client;
        this.json = json;
        this.clock = clock;
        for (int i = 0; i < asking.length; i++) {
            asking[i] = new ReentrantLock();
        }
    }

    private record Kept(Object value, @Nullable String etag, Instant at, int bytes) {}

    private record Said(HttpStatus status, @Nullable String etag, byte[] body) {}

    /**
     * @param path path and query, encoded
     * @return empty when there is no such thing
     * @throws UpstreamUnavailable when the service is away and nothing usable was kept
     */
    <T> Optional<Answer<T>> get(String path, Class<T> type) {
        return get(path, type, FRESH);
    }

    /** As {@link #get(String, Class)}, with an answer that is at most so old if there is one. */
    <T> Optional<Answer<T>> get(String path, Class<T> type, Duration goodFor) {
        Kept before = kept.getIfPresent(path);
        Instant now = clock.instant();
        if (before != null && (isGood(before, goodFor, now) || now.isBefore(silentUntil))) {
            return Optional.of(answer(before, type, now, goodFor));
        }
        ReentrantLock turn = asking[Math.floorMod(path.hashCode(), asking.length)];
        turn.lock();
        try {
            Kept meanwhile = kept.getIfPresent(path);
            return meanwhile != null && isFresh(meanwhile, clock.instant())
                    ? Optional.of(answer(meanwhile, type, clock.instant()))
                    : ask(path, type, meanwhile);
        } finally {
            turn.unlock();
        }
    }

    private <T> Optional<Answer<T>> ask(String path, Class<T> type, @Nullable Kept before) {
        Said said = fetch(path, before == null ? null : before.etag());
        Instant now = clock.instant();
        if (said == null) {
            silentUntil = now.plus(PAUSE);
            if (before == null) {
                throw new UpstreamUnavailable();
            }
            return Optional.of(answer(before, type, now));
        }
        silentUntil = Instant.MIN;
        if (said.status() == HttpStatus.NOT_FOUND) {
            kept.invalidate(path);
            return Optional.empty();
        }
        Kept fresh =
                said.status() == HttpStatus.NOT_MODIFIED && before != null
                        ? new Kept(before.value(), before.etag(), now, before.bytes())
                        : new Kept(
                                json.readValue(said.body(), type),
                                said.etag(),
                                now,
                                said.body().length);
        kept.put(path, fresh);
        return Optional.of(answer(fresh, type, now));
    }

    /** Null when no instance gave an answer that can be used. */
    private @Nullable Said fetch(String path, @Nullable String etag) {
        for (URI instance : instances.inOrder()) {
            try {
                Said said =
                        client.get()
                                .uri(URI.create(instance + path))
                                .accept(MediaType.APPLICATION_JSON)
                                .headers(
                                        headers -> {
                                            if (etag != null) {
                                                headers.set(HttpHeaders.IF_NONE_MATCH, etag);
                                            }
                                        })
                                .exchange((request, response) -> read(response));
                if (said != null) {
                    instances.answered(instance);
                    return said;
                }
            } catch (ResourceAccessException e) {
                instances.noAnswerFrom(instance);
            }
        }
        return null;
    }

    /**
     * What the service will not answer is not there; only its own trouble means that it is away.
     */
    private static @Nullable Said read(ClientHttpResponse response) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is4xxClientError()) {
            return new Said(HttpStatus.NOT_FOUND, null, new byte[0]);
        }
        if (status.isSameCodeAs(HttpStatus.OK)) {
            return new Said(
                    HttpStatus.OK,
                    response.getHeaders().getETag(),
                    response.getBody().readAllBytes());
        }
        return status.isSameCodeAs(HttpStatus.NOT_MODIFIED)
                ? new Said(HttpStatus.NOT_MODIFIED, null, new byte[0])
                : null;
    }

    private static boolean isFresh(Kept answer, Instant now) {
        return isGood(answer, FRESH, now);
    }

    private static boolean isGood(Kept answer, Duration goodFor, Instant now) {
        return answer.at().plus(goodFor).isAfter(now);
    }

    private static <T> Answer<T> answer(Kept kept, Class<T> type, Instant now) {
        return answer(kept, type, now, FRESH);
    }

    private static <T> Answer<T> answer(Kept kept, Class<T> type, Instant now, Duration goodFor) {
        if (kept.at().plus(USABLE).isBefore(now)) {
            throw new UpstreamUnavailable();
        }
        return new Answer<>(type.cast(kept.value()), isGood(kept, goodFor, now) ? null : kept.at());
    }
}
