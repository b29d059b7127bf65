package se.lyhord.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;

/** A plain web server that gives the same bytes from files: what this machine can at best. */
final class Nginx implements AutoCloseable {

    private static final Duration STARTED_WITHIN = Duration.ofSeconds(10);
    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes auto;
            error_log stderr;
            pid %1$s/nginx.pid;
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              open_file_cache max=100;
              server {
                listen 127.0.0.1:%2$d;
                root %1$s/files;
                default_type text/html;
                add_header Content-Encoding gzip;
                location / { try_files $uri $uri/index.html =404; }
              }
            }
            """;

    private final Process process;
    private final int port;

    /**
     * Starts it.
     *
     * @param program where nginx is
     * @param folder for its files; what is to be served lies in {@code files}
     */
    Nginx(Path program, Path folder) throws IOException {
        this.port = freePort();
        Path configuration =
                Files.writeString(
                        folder.resolve("nginx.conf"),
                        CONFIGURATION.formatted(folder.toAbsolutePath(), port));
        this.process =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                folder.toAbsolutePath().toString(),
                                "-c",
                                configuration.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
        if (!Conditions.within(STARTED_WITHIN, this::answers)) {
            close();
            throw new LocalFailure("nginx does not start: see " + folder.resolve("nginx.log"));
        }
    }

    /** The program that the command found or fetched, or null. */
    static @Nullable Path program() {
        String named = System.getProperty("lyhord.nginx", "");
        return named.isEmpty() ? null : Path.of(named);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** Milliseconds of processor time until now. */
    double cpuMillis() {
        return ServerCpu.tree(process.pid());
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
