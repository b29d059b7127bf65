package se.lyhord.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.lyhord.keyvault.RotatingKeys;

class SealedCookiesTest {

    @TempDir private Path directory;
    private Sealer sealer;

    @BeforeEach
    void open() throws Exception {
        RotatingKeys.generate(directory, "0001");
        sealer =
                new Sealer(
                        RotatingKeys.open(directory, "AES"),
                        new TestClock(Instant.parse("2026-11-23T12:00:00Z")));
    }

    @Test
    void underHttpsNoOtherHostCanSetThem() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new SealedCookies(sealer, true)
                .write(response, "lyhord-session", "x", Duration.ofMinutes(15));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-lyhord-session=v1.")
                .contains("Path=/", "Max-Age=900", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void whatWasWrittenIsReadUnderItsOwnNameOnly() {
        SealedCookies cookies = new SealedCookies(sealer, false);
        MockHttpServletRequest request = new MockHttpServletRequest();
        String sealed = sealer.seal("lyhord-session", "text", Duration.ofMinutes(15));
        request.setCookies(
                new jakarta.servlet.http.Cookie("lyhord-session", sealed),
                new jakarta.servlet.http.Cookie("lyhord-receipt", sealed));

        assertThat(cookies.read(request, "lyhord-session").text()).isEqualTo("text");
        assertThat(cookies.read(request, "lyhord-receipt")).isNull();
        assertThat(cookies.read(request, "lyhord-form")).isNull();
    }
}
