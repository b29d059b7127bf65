package se.lyhord.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lyhord.benchmark.measure.Measurement;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.PostgresCluster;

/**
 * What the vote database does by itself, one row and one commit a vote: pgbench, PostgreSQL's own
 * load generator, on the same server and the same distribution of petitions and repeats.
 */
final class Reference {

    static final int CLIENTS = 64;

    private static final String ROLE = "reference";
    private static final String SCRIPT =
            """
            \\set p random(1, 250)
            \\set again random(1, 20)
            \\if :again = 1
            \\set h random(1, 2000)
            \\else
            \\set h random(1, 9000000000000000000)
            \\endif
            INSERT INTO vote (petition, hash) VALUES (greatest(1, :p - 200), sha256(int8send(:h))) \
            ON CONFLICT DO NOTHING;
            """;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern DONE =
            Pattern.compile("transactions actually processed: ([0-9]+)");

    private final PostgresCluster cluster;
    private final String password;
    private final Path folder;

    Reference(PostgresCluster cluster, String password, Path folder) throws SQLException {
        this.cluster = cluster;
        this.password = password;
        this.folder = folder;
        cluster.provisioning().provide(ROLE, ROLE, password);
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE vote (petition integer, hash bytea, UNIQUE (petition, hash))");
        }
    }

    /** A connection to the reference's own database. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(cluster.url(ROLE), ROLE, password);
    }

    /** Whether pgbench is installed. */
    static boolean hasPgbench() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, "pgbench"))) {
                return true;
            }
        }
        return false;
    }

    /** Runs pgbench. */
    Measurement pgbench(Duration length, ServerCpu cpu) throws IOException, InterruptedException {
        URI address = URI.create(cluster.url(ROLE).substring("jdbc:".length()));
        Path script = Files.writeString(folder.resolve("reference.sql"), SCRIPT);
        Path times = folder.resolve("pgbench-times");
        Path said = folder.resolve("pgbench.out");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "pgbench",
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                "" + CLIENTS,
                                "-j",
                                "1",
                                "-T",
                                "" + length.toSeconds(),
                                "-f",
                                script.toString(),
                                "-l",
                                "--log-prefix=" + times,
                                "-h",
                                address.getHost(),
                                "-p",
                                "" + address.getPort(),
                                "-U",
                                ROLE,
                                ROLE)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().put("PGPASSWORD", password);
        var before = cpu.millis();
        Process process = builder.start();
        int status = process.waitFor();
        var used = ServerCpu.between(before, cpu.millis());
        String text = Files.readString(said);
        if (status != 0) {
            throw new LocalFailure("pgbench failed: " + said);
        }
        var latencies = PgbenchTimes.read(Path.of(times + "." + process.pid()), times);
        return new Measurement(
                Long.parseLong(find(DONE, text)),
                Double.parseDouble(find(RATE, text)),
                latencies.millis(0.5),
                latencies.millis(0.99),
                used,
                0);
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        @Nullable String found = matcher.find() ? matcher.group(1) : null;
        if (found == null) {
            throw new LocalFailure("pgbench said nothing of " + pattern);
        }
        return found;
    }
}
