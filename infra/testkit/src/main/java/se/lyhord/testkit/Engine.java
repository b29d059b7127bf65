package se.lyhord.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether a container engine can be used here. */
final class Engine {

    private static final boolean ANSWERS = look();

    private Engine() {}

    static boolean answers() {
        return ANSWERS;
    }

    static String describe(boolean containers) {
        return containers
                ? "in a container: a Docker engine answers"
                : "as an ordinary process: no Docker engine answers";
    }

    /** Asking Testcontainers where there is nothing to ask takes seconds and fills the log. */
    private static boolean look() {
        boolean worthAsking =
                System.getenv("DOCKER_HOST") != null
                        || Files.exists(Path.of("/var/run/docker.sock"));
        return worthAsking && DockerClientFactory.instance().isDockerAvailable();
    }
}
