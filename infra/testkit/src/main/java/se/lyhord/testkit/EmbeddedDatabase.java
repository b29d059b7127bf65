package se.lyhord.testkit;

import java.nio.file.Path;
import se.lyhord.local.ClusterProfile;
import se.lyhord.local.Ports;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.Provisioning;

/** PostgreSQL as an ordinary process. */
record EmbeddedDatabase(PostgresCluster cluster) implements TestDatabase {

    static EmbeddedDatabase started(ClusterProfile profile) {
        Path folder = TestFolder.make("postgres");
        PostgresCluster cluster =
                new PostgresCluster(
                        "PostgreSQL",
                        folder.resolve("data"),
                        folder.resolve("postgres.log"),
                        Ports.free(),
                        profile,
                        "test-superuser");
        TestFolder.stopAndDeleteAtExit(cluster::kill, folder);
        cluster.start();
        return new EmbeddedDatabase(cluster);
    }

    @Override
    public String url(String database) {
        return cluster.url(database);
    }

    @Override
    public Provisioning provisioning() {
        return cluster.provisioning();
    }

    @Override
    public void stop() {
        cluster.stop();
    }

    @Override
    public void start() {
        cluster.start();
    }
}
