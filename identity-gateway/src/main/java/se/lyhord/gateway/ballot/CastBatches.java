package se.lyhord.gateway.ballot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.pseudonym.VoterToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Votes on their way to one instance of the voting service. All that wait go in one request, and
 * each is answered as soon as its own line comes back: under load requests grow by themselves,
 * without load a vote waits for nobody, and in between a few milliseconds for company, because a
 * request and a commit cost the same for one vote as for many.
 */
final class CastBatches implements AutoCloseable {

    /** Fewer than the voting service takes in one request. */
    private static final int MOST = 250;

    /** Few, so that votes gather while they are away. */
    private static final int REQUESTS = 2;

    /** After which votes wait no longer for a request that a slow box holds up. */
    private static final Duration HELD_UP = Duration.ofMillis(20);

    /** Between one request's start and the next. */
    private static final Duration APART = Duration.ofMillis(8);

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int COME_AGAIN = HttpStatus.SERVICE_UNAVAILABLE.value();

    private final URI address;
    private final RestClient client;
    private final JsonMapper json;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore requests = new Semaphore(REQUESTS);
    private final Thread sender;

    CastBatches(URI instance, RestClient client, JsonMapper json) {
        this.address = URI.create(instance + "/api/v1/votes");
        this.client = client;
        this.json = json;
        this.sender = Thread.ofVirtual().name("votes").start(this::sendWhatWaits);
    }

    /** A vote as the voting service takes it. */
    record Ballot(UUID petition, String token, String tracker) {
        @Override
        public String toString() {
            return "Ballot[redacted]";
        }
    }

    private record Waiting(Ballot ballot, CompletableFuture<VotingService.Said> answer) {}

    /**
     * Sends a vote, with whoever else waits.
     *
     * @return what the instance said of this vote
     * @throws ResourceAccessException if it gave no answer; the vote may be counted or not, unless
     *     no connection was made
     */
    VotingService.Said cast(UUID petition, VoterToken token, Tracker tracker) {
        Ballot ballot = new Ballot(petition, token.text(), tracker.code());
        Waiting waiting = new Waiting(ballot, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ResourceAccessException known
                    ? known
                    : noAnswer(new IOException(e.getCause()));
        } catch (TimeoutException e) {
            throw noAnswer(new SocketTimeoutException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(new IOException(e));
        }
    }

    private void sendWhatWaits() {
        try {
            long sent = System.nanoTime() - APART.toNanos();
            while (true) {
                List<Waiting> batch = new ArrayList<>(MOST);
                batch.add(queue.take());
                boolean inTurn = requests.tryAcquire(HELD_UP.toMillis(), TimeUnit.MILLISECONDS);
                TimeUnit.NANOSECONDS.sleep(sent + APART.toNanos() - System.nanoTime());
                sent = System.nanoTime();
                queue.drainTo(batch, MOST - 1);
                Thread.ofVirtual().name("votes").start(() -> send(batch, inTurn));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Waiting> batch, boolean inTurn) {
        try {
            send(batch);
        } finally {
            if (inTurn) {
                requests.release();
            }
        }
    }

    private void send(List<Waiting> batch) {
        try {
            client.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(batch.stream().map(Waiting::ballot).toList()))
                    .exchange((asked, response) -> read(response, batch));
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
        batch.forEach(
                waiting ->
                        waiting.answer()
                                .completeExceptionally(noAnswer(new IOException("cut short"))));
    }

    private Void read(ClientHttpResponse response, List<Waiting> batch) throws IOException {
        int status = response.getStatusCode().value();
        if (status != HttpStatus.OK.value()) {
            // Of the request as a whole; nothing that a refused vote would be told.
            int meant = status == COME_AGAIN ? status : HttpStatus.BAD_GATEWAY.value();
            var said = new VotingService.Said(meant, json.createObjectNode());
            batch.forEach(waiting -> waiting.answer().complete(said));
            return null;
        }
        var lines =
                new BufferedReader(
                        new InputStreamReader(response.getBody(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode said = json.readTree(line);
            batch.get(said.path("vote").asInt())
                    .answer()
                    .complete(new VotingService.Said(said.path("status").asInt(), said));
        }
        return null;
    }

    private static ResourceAccessException noAnswer(IOException why) {
        return new ResourceAccessException("No answer about a vote", why);
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
