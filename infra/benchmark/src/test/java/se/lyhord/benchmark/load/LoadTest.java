package se.lyhord.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final int LONG_ANSWER = 100_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> answers = new ArrayList<>();
    private HttpServer server;
    private volatile long slowness;

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.create(any, 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    sleep(slowness);
                    byte[] body = "x".repeat(LONG_ANSWER).getBytes(StandardCharsets.US_ASCII);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    /** A slow server is what the test is about. */
    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Load load() {
        byte[] request =
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return new Load(
                List.of(server.getAddress()),
                () -> new Shot(request, 1, (answer, nanos) -> answers.add(answer)));
    }

    @Test
    void readsAnAnswerLongerThanItsFirstBuffer() throws IOException {
        Load.Result result = load().closedLoop(2, Duration.ofMillis(300));
        assertThat(answers)
                .isNotEmpty()
                .hasSize(result.latencies().size())
                .allMatch(answer -> answer.body().length() == LONG_ANSWER);
    }

    @Test
    void leavesOutWhatFindsNoFreeConnection() throws IOException {
        slowness = 250;
        Load.Result result = load().regardless(2, Duration.ofSeconds(1), 100);
        assertThat(answers.size()).isBetween(2, 12);
        assertThat(answers.size() + result.notSent()).isBetween(95L, 105L);
        assertThat(result.latencies().millis(1)).isLessThan(1_000);
    }

    @Test
    void countsTheWaitForAConnectionOtherwise() throws IOException {
        slowness = 250;
        Load.Result result = load().atRate(1, Duration.ofSeconds(1), 100);
        assertThat(result.notSent()).isZero();
        assertThat(result.latencies().millis(1)).isGreaterThan(600);
    }
}
