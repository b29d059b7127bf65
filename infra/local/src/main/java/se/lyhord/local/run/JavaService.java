package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.lyhord.local.Part;
import se.lyhord.local.ServerProcess;
import se.lyhord.local.Signal;

/** One instance of a service in a process of its own. */
final class JavaService implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Plan plan;
    private final Secrets secrets;
    private final Service service;
    private final int number;
    private final HttpClient http;
    private final ServerProcess process;
    private boolean recording;

    JavaService(Plan plan, Secrets secrets, Service service, int number, HttpClient http) {
        this.plan = plan;
        this.secrets = secrets;
        this.service = service;
        this.number = number;
        this.http = http;
        this.process =
                new ServerProcess(
                        name(),
                        this::command,
                        Map.of("LYHORD_SECRETS", secrets.of(service.module()).toString()),
                        plan.layout().log(name()));
    }

    /** What it is called on the console. */
    @Override
    public String name() {
        return service.instance(number);
    }

    /** Starts the process and returns when it is ready for requests. */
    @Override
    public void start() {
        process.start();
        process.awaitReady(START_LIMIT, this::isReady);
    }

    /** Lets requests under way end, and stops. */
    @Override
    public void stop() {
        process.stop(Signal.TERM, STOP_LIMIT);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Which of the services it is an instance of. */
    Service service() {
        return service;
    }

    ServerProcess process() {
        return process;
    }

    private boolean isReady() {
        int port = plan.ports().management(service, number);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/actuator/health/readiness"
                                                .formatted(port)))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> command() {
        Path app = plan.layout().app(service);
        List<String> command = new ArrayList<>();
        command.add(App.java());
        command.addAll(plan.jvm().options());
        command.addAll(
                List.of(
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(fastStart(app));
        command.addAll(
                List.of(
                        "-jar",
                        app.resolve(service.module() + "-1.0.0.jar").toString(),
                        "--spring.config.additional-location=file:"
                                + plan.layout().configuration(service)
                                + "/",
                        "--server.port=" + plan.ports().of(service, number),
                        "--management.server.port=" + plan.ports().management(service, number)));
        return command;
    }

    /** The JDK's ahead-of-time cache (JEP 483, 514): read if there, else recorded this time. */
    private List<String> fastStart(Path app) {
        recording = false;
        Path cache = app.resolve("start.aot");
        boolean unfinished = Files.exists(app.resolve("start.aot.config"));
        if (Files.exists(cache) && !unfinished) {
            return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        recording = plan.learning() && number == 1;
        return recording
                ? List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error", "-Xlog:cds=error")
                : List.of();
    }

    /** Ends the recording of a first start, so that the next one is fast; the service goes on. */
    void keepRecording() {
        if (!recording || !process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder(
                            Path.of(App.java()).resolveSibling("jcmd").toString(),
                            Long.toString(process.pid()),
                            "AOT.end_recording")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
