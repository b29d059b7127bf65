package se.lyhord.moderation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mock.web.MockHttpServletResponse;

class LoginPageTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whileTheLoginServiceIsAwayNobodyIsSentThere() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }

        var page = pageFor(unused).go(response);

        assertThat(page.getViewName()).isEqualTo("login");
        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(page.getModel()).containsEntry("notice", LoginNotice.AWAY);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void aLoginServiceThatFailsIsAwayToo() throws IOException {
        var server = serverAnswering(500);
        try {
            assertThat(pageFor(server.getAddress().getPort()).go(response).getStatus())
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whenItAnswersTheBrowserIsSentThere() throws IOException {
        var server = serverAnswering(200);
        try {
            assertThat(pageFor(server.getAddress().getPort()).go(response).getViewName())
                    .isEqualTo("redirect:/oauth2/authorization/staff");
        } finally {
            server.stop(0);
        }
    }

    private static LoginPage pageFor(int port) {
        var address = "http://127.0.0.1:" + port;
        return new LoginPage(new LoginService(new JdkClientHttpRequestFactory(), address, address));
    }

    private static HttpServer serverAnswering(int status) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
