package se.lyhord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PlatformPartsTest {

    private static final ServiceDatabase VOTING =
            new ServiceDatabase("voting", "voting", "owner-secret", "service-secret");

    @TempDir Path folder;

    @Test
    void aVoteClusterIsDurableAsksForPasswordsAndOutlivesAKill() throws Exception {
        PostgresCluster cluster = cluster();
        try {
            cluster.start();
            cluster.provisioning().provide(VOTING);
            String url = cluster.url("voting");
            try (Connection owner = connect(url, VOTING.owner(), "owner-secret");
                    Statement statement = owner.createStatement()) {
                assertThat(value(statement, "SHOW fsync")).isEqualTo("on");
                assertThat(value(statement, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(value(statement, "SHOW full_page_writes")).isEqualTo("on");
                assertThat(value(statement, "SHOW wal_recycle")).isEqualTo("off");
                assertThat(value(statement, "SHOW track_commit_timestamp")).isEqualTo("off");
                assertThat(value(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                statement.execute("CREATE TABLE kept (value int)");
                statement.execute("CREATE TABLE not_granted (value int)");
                statement.execute("GRANT SELECT, INSERT ON kept TO " + VOTING.serviceRole());
                statement.execute("CHECKPOINT");
                statement.execute("SELECT pg_switch_wal(), count(*) FROM pg_ls_waldir()");
            }
            try (Connection service = connect(url, VOTING.serviceRole(), "service-secret");
                    Statement statement = service.createStatement()) {
                assertThat(value(statement, "SHOW transaction_timeout")).isEqualTo("5s");
                statement.execute("INSERT INTO kept VALUES (42)");
                assertThatThrownBy(() -> statement.execute("SELECT FROM not_granted"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (value int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("SELECT pg_switch_wal()"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> connect(url, VOTING.owner(), "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(
                            () ->
                                    connect(
                                                    cluster.url("postgres"),
                                                    VOTING.serviceRole(),
                                                    "service-secret")
                                            .close())
                    .hasMessageContaining("permission denied");

            cluster.kill();
            assertThat(cluster.isRunning()).isFalse();
            cluster.start();
            try (Connection service = connect(url, VOTING.serviceRole(), "service-secret");
                    Statement statement = service.createStatement()) {
                assertThat(value(statement, "SELECT value FROM kept")).isEqualTo("42");
            }
        } finally {
            cluster.stop();
        }
        assertThat(cluster.isRunning()).isFalse();
        assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain("secret");
    }

    @Test
    void aBrokerHasItsTopicsAndKeepsThem() throws Exception {
        KafkaBroker broker =
                new KafkaBroker(
                        folder.resolve("kafka"),
                        folder.resolve("kafka.log"),
                        Ports.free(),
                        Ports.free());
        try {
            broker.start();
            broker.kill();
            broker.start();
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
                        .contains("petitions", "moderation", "voting", "keys", "tally", "counts");
            }
        } finally {
            broker.stop();
        }
        assertThat(broker.isRunning()).isFalse();
    }

    private PostgresCluster cluster() {
        return new PostgresCluster(
                "PostgreSQL",
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                Ports.free(),
                ClusterProfile.VOTE,
                "superuser-secret");
    }

    private static Connection connect(String url, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
