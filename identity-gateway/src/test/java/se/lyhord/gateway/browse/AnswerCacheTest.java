package se.lyhord.gateway.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.lyhord.gateway.config.TestClock;

class AnswerCacheTest {

    private static final String PAGE = "/forslag/" + UUID.randomUUID();
    private static final String COUNT = "/api/v1/tallies/" + UUID.randomUUID();

    private final TestClock clock = new TestClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final AnswerCache cache = new AnswerCache(new Language().localeResolver(), clock);
    private final AtomicInteger made = new AtomicInteger();
    private int status = 200;
    private @Nullable String setCookie;

    @Test
    void aRushOfReadersIsOneAnswerASecond() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(get(PAGE).getContentAsString()).isEqualTo("1 sv");
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(get(PAGE).getContentAsString()).isEqualTo("2 sv");
        assertThat(get(PAGE + "?sida=2").getContentAsString()).isEqualTo("3 sv");
    }

    @Test
    void itKeepsTheFieldsAndSaysHowOldItIs() throws Exception {
        get(COUNT);
        clock.advance(Duration.ofSeconds(1));
        status = 503;
        MockHttpServletResponse old = get(COUNT);
        assertThat(old.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(old.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(old.getHeader("Age")).isEqualTo("1");
    }

    @Test
    void everyLanguageHasItsOwn() throws Exception {
        assertThat(get(PAGE).getContentAsString()).isEqualTo("1 sv");
        MockHttpServletRequest english = request(PAGE);
        english.setCookies(new Cookie(Language.COOKIE, "en"));
        assertThat(send(english).getContentAsString()).isEqualTo("2 en");
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        String etag = get(PAGE).getHeader("ETag");
        MockHttpServletRequest again = request(PAGE);
        again.addHeader("If-None-Match", String.valueOf(etag));
        MockHttpServletResponse answer = send(again);
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(send(again).getContentAsString()).isEqualTo("2 sv");
    }

    @Test
    void othersGetTheOldOneWhileOneReaderFetchesTheNew() throws Exception {
        get(PAGE);
        clock.advance(Duration.ofSeconds(2));
        var fetching = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return send(
                                                request(PAGE),
                                                (asked, response) -> {
                                                    fetching.countDown();
                                                    uninterrupted(goOn);
                                                    answer((HttpServletResponse) response, "new");
                                                })
                                        .getContentAsString();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        fetching.await();
        assertThat(get(PAGE).getContentAsString()).isEqualTo("1 sv");
        goOn.countDown();
        assertThat(first.join()).isEqualTo("new");
        assertThat(get(PAGE).getContentAsString()).isEqualTo("new");

        clock.advance(Duration.ofSeconds(1));
        assertThat(get(PAGE).getContentAsString()).isEqualTo("2 sv");
    }

    @Test
    void openDataThatCannotBeHadIsGivenADayLong() throws Exception {
        get(COUNT);
        status = 503;
        clock.advance(Duration.ofHours(23));
        MockHttpServletResponse old = get(COUNT);
        assertThat(old.getStatus()).isEqualTo(200);
        assertThat(old.getContentAsString()).isEqualTo("1 sv");
        assertThat(old.getHeader("Age")).isEqualTo("82800");
        clock.advance(Duration.ofHours(2));
        assertThat(get(COUNT).getStatus()).isEqualTo(503);
    }

    @Test
    void aPageThatCannotBeHadSaysSoItself() throws Exception {
        get(PAGE);
        status = 503;
        clock.advance(Duration.ofSeconds(10));
        assertThat(get(PAGE).getStatus()).isEqualTo(503);
    }

    @Test
    void whatIsNotThereIsNotKept() throws Exception {
        get(PAGE);
        status = 404;
        clock.advance(Duration.ofSeconds(1));
        assertThat(get(PAGE).getStatus()).isEqualTo(404);
        status = 200;
        assertThat(get(PAGE).getContentAsString()).isEqualTo("3 sv");
    }

    @Test
    void whatIsForOneBrowserIsNotKept() throws Exception {
        setCookie = "lyhord-form=x";
        assertThat(get(PAGE).getHeader("Set-Cookie")).isEqualTo("lyhord-form=x");
        setCookie = null;
        MockHttpServletResponse next = get(PAGE);
        assertThat(next.getContentAsString()).isEqualTo("2 sv");
        assertThat(next.getHeader("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/status/9bbf1c7b",
                "/lamna-forslag",
                "/forslag/d2a35d0b-53c6-4a3c-a1a0-45f3e0b0c5a1/rosta",
                "/forslag/d2a35d0b-53c6-4a3c-a1a0-45f3e0b0c5a1/kvitto",
                "/forslag/d2a35d0b-53c6-4a3c-a1a0-45f3e0b0c5a1/redan-raknad",
                "/api/v1/status/9bbf1c7b",
                "/api/v1/petitions.csv",
                "/api/v1/tallies/d2a35d0b-53c6-4a3c-a1a0-45f3e0b0c5a1/trackers.txt"
            })
    void whatIsPrivateOrLargeIsNotKept(String path) throws Exception {
        get(path);
        assertThat(get(path).getContentAsString()).isEqualTo("2 sv");
    }

    @Test
    void itIsPackedForWhoTakesItSo() throws Exception {
        String text = "Fler bänkar i parken. ".repeat(200);
        FilterChain chain = (asked, response) -> answer((HttpServletResponse) response, text);
        MockHttpServletRequest packed = request(PAGE);
        packed.addHeader("Accept-Encoding", "gzip, br");
        MockHttpServletResponse answer = send(packed, chain);
        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.getHeader("Vary")).contains("Accept-Encoding");
        try (var unpacked =
                new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(text);
        }
        assertThat(send(request(PAGE), chain).getContentAsString()).isEqualTo(text);
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return send(request(path));
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        String language = new Language().localeResolver().resolveLocale(request).getLanguage();
        return send(
                request,
                (asked, response) -> {
                    var said = (HttpServletResponse) response;
                    said.setStatus(status);
                    if (setCookie != null) {
                        said.addHeader("Set-Cookie", setCookie);
                    }
                    answer(said, made.incrementAndGet() + " " + language);
                });
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, FilterChain chain)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cache.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest request(String address) {
        String[] parts = address.split("\\?", 2);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        return request;
    }

    private static void answer(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
