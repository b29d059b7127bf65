package se.lyhord.gateway.browse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.gateway.config.RateLimits;
import se.lyhord.gateway.config.Sealer;
import se.lyhord.keyvault.RotatingKeys;

/**
 * The public pages behind a real server, with the two services they read from replaced by servers
 * of ours.
 */
@SpringBootTest(
        classes = Pages.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=pages-test")
public abstract class Pages {

    public static final UpstreamStub PETITIONS = new UpstreamStub();
    public static final UpstreamStub TALLIES = new UpstreamStub();
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort private int port;
    @Autowired protected TestClock clock;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("lyhord.services.petition", PETITIONS::address);
        properties.add("lyhord.services.tally", TALLIES::address);
    }

    @BeforeEach
    void freshServices() {
        PETITIONS.forget();
        TALLIES.forget();
        // What earlier tests left in memory is too old to be used.
        clock.advance(Duration.ofHours(25));
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .header(
                                "Accept",
                                path.contains("/api/") ? "application/json" : "text/html");
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A clock that the test moves. */
    public static final class TestClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-04-14T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void advance(Duration by) {
            now = now.plus(by);
        }
    }

    /** Not a component, so that a scan of the whole gateway does not pick it up. */
    @EnableAutoConfiguration
    @ComponentScan({
        "se.lyhord.gateway.browse",
        "se.lyhord.gateway.follow",
        "se.lyhord.gateway.propose",
        "se.lyhord.gateway.routing"
    })
    static class Application {
        @Bean
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        Clock clock(TestClock time) {
            return new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return time.instant();
                }
            };
        }

        @Bean
        RotatingKeys sessionKeys() throws IOException {
            Path keys = Files.createTempDirectory("session-keys");
            RotatingKeys.generate(keys, "0001");
            return RotatingKeys.open(keys, "AES");
        }

        @Bean
        Sealer sealer(RotatingKeys sessionKeys, Clock clock) {
            return new Sealer(sessionKeys, clock);
        }

        @Bean
        RateLimits rateLimits(Clock clock) {
            return new RateLimits(clock);
        }

        @Bean
        SecurityFilterChain everythingPublic(HttpSecurity http) {
            return http.authorizeHttpRequests(any -> any.anyRequest().permitAll())
                    .csrf(
                            csrf ->
                                    csrf.ignoringRequestMatchers(
                                            "/api/**",
                                            "/lamna-forslag/**",
                                            "/status/**",
                                            "/forslag/**",
                                            "/folj/**"))
                    .build();
        }
    }
}
