package se.lyhord.testkit;

import java.util.ArrayList;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.lyhord.local.ClusterProfile;
import se.lyhord.local.Ports;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.Provisioning;

/** PostgreSQL in a container, at a fixed port so that it comes back where it was. */
record ContainerDatabase(PostgreSQLContainer container, int port) implements TestDatabase {

    private static final String IMAGE = "postgres:18";
    private static final String PASSWORD = "test-superuser";

    static ContainerDatabase started(ClusterProfile profile) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of("postgres"));
        profile.settings()
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE)
                        .withUsername(PostgresCluster.SUPERUSER)
                        .withPassword(PASSWORD)
                        .withDatabaseName("postgres")
                        .withCommand(command.toArray(String[]::new));
        container.setPortBindings(
                List.of(Ports.LOOPBACK + ":" + port + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
        container.start();
        return new ContainerDatabase(container, port);
    }

    @Override
    public String url(String database) {
        return prefix() + database + "?logServerErrorDetail=false";
    }

    @Override
    public Provisioning provisioning() {
        return new Provisioning(prefix(), PostgresCluster.SUPERUSER, PASSWORD);
    }

    private String prefix() {
        return "jdbc:postgresql://%s:%d/".formatted(container.getHost(), port);
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        Reachable.await(port);
    }
}
