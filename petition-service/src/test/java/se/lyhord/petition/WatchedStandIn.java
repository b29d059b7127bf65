package se.lyhord.petition;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Says over real HTTP whether it can be used, as the parts do that votes need. */
final class WatchedStandIn {

    private final HttpServer server;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean answers = true;

    WatchedStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(answers ? 200 : 503, -1);
                    exchange.close();
                    looks.incrementAndGet();
                });
        Thread thread = new Thread(server::start, "watched-stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/health";
    }

    /** How it answers from now on. */
    void answers(boolean answersNow) {
        answers = answersNow;
    }

    /** Waits until it has been looked at this often from now on. */
    void awaitLooks(int more) {
        int enough = looks.get() + more;
        ServiceTest.await().until(() -> looks.get() >= enough);
    }
}
