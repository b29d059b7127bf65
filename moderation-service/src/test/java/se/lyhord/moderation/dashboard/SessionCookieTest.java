package se.lyhord.moderation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

class SessionCookieTest {

    private final MockServletContext servlets = new MockServletContext();

    @Test
    void overHttpsTheCookieBelongsToThisHostAlone() throws ServletException {
        servlets.getSessionCookieConfig().setName("lyhord-staff");
        new SessionCookie().cookieOfHttps("https://personal.ekeby.se").onStartup(servlets);

        var cookie = servlets.getSessionCookieConfig();
        assertThat(cookie.getName()).isEqualTo("__Host-lyhord-staff");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void onOnesOwnMachineItStaysPlain() throws ServletException {
        servlets.getSessionCookieConfig().setName("lyhord-staff");
        new SessionCookie().cookieOfHttps("http://localhost:8090").onStartup(servlets);

        assertThat(servlets.getSessionCookieConfig().getName()).isEqualTo("lyhord-staff");
        assertThat(servlets.getSessionCookieConfig().isSecure()).isFalse();
    }
}
