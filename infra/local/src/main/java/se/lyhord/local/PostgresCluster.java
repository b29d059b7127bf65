package se.lyhord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL cluster of its own on the loopback interface: durable, passwords only. */
public final class PostgresCluster implements Part {

    /** The cluster's own administrator. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path directory;
    private final Path log;
    private final int port;
    private final ClusterProfile profile;
    private final String password;
    private final List<String> wrapper;
    private volatile @Nullable ServerProcess server;

    /**
     * @param name for messages, such as "PostgreSQL (votes)"
     * @param directory holds the data, made at the first start
     * @param log file that the server's output is appended to
     * @param port port on 127.0.0.1
     * @param password of {@value #SUPERUSER}; the one given at the first start counts
     */
    public PostgresCluster(
            String name,
            Path directory,
            Path log,
            int port,
            ClusterProfile profile,
            String password) {
        this(name, directory, log, port, profile, password, List.of());
    }

    /**
     * @param wrapper program and arguments that start the server they are followed by, such as
     *     {@code env NAME=value}
     * @see #PostgresCluster(String, Path, Path, int, ClusterProfile, String)
     */
    public PostgresCluster(
            String name,
            Path directory,
            Path log,
            int port,
            ClusterProfile profile,
            String password,
            List<String> wrapper) {
        this.name = name;
        this.directory = directory.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.profile = profile;
        this.password = password;
        this.wrapper = List.copyOf(wrapper);
    }

    /**
     * Starts the cluster, making it first if need be, and returns when it takes connections.
     *
     * @throws LocalFailure if it cannot
     */
    @Override
    public void start() {
        UnprivilegedUser user = UnprivilegedUser.find();
        Path programs = PostgresBinaries.unpacked(Folders.cache(user)).resolve("bin");
        try {
            if (!Files.exists(directory.resolve("PG_VERSION"))) {
                make(user, programs);
            }
            Files.writeString(directory.resolve("postgresql.conf"), configuration());
            Files.writeString(
                    directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.own(directory);
        ServerProcess starting =
                new ServerProcess(
                        name,
                        with(
                                with(user.prefix(), wrapper.toArray(String[]::new)),
                                programs.resolve("postgres").toString(),
                                "-D",
                                directory.toString()),
                        Map.of("LC_ALL", "C"),
                        log);
        server = starting;
        starting.start();
        starting.awaitReady(START_LIMIT, this::takesConnections);
    }

    /** Folder of the cluster's files. */
    public Path directory() {
        return directory;
    }

    /** Ends sessions, writes everything and stops. */
    @Override
    public void stop() {
        if (server != null) {
            server.stop(Signal.INT, STOP_LIMIT);
        }
    }

    /** Stops at once without writing anything more, as a power cut would. */
    @Override
    public void kill() {
        if (server != null) {
            server.kill();
        }
    }

    /** Whether the server's process runs. */
    @Override
    public boolean isRunning() {
        return server != null && server.isAlive();
    }

    /** Process id of the running server. */
    @Override
    public long pid() {
        if (server == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return server.pid();
    }

    @Override
    public String name() {
        return name;
    }

    /** JDBC URL of a database of this cluster; server errors keep their values to themselves. */
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s?logServerErrorDetail=false"
                .formatted(Ports.LOOPBACK, port, database);
    }

    /** Makes databases and roles in this cluster. */
    public Provisioning provisioning() {
        return new Provisioning(
                "jdbc:postgresql://%s:%d/".formatted(Ports.LOOPBACK, port), SUPERUSER, password);
    }

    private void make(UnprivilegedUser user, Path programs) throws IOException {
        Folders.delete(directory); // an initdb that was interrupted
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path passwordFile =
                Files.writeString(
                        directory.resolveSibling(directory.getFileName() + ".pw"), password);
        user.own(directory);
        user.own(passwordFile);
        ServerProcess initdb =
                new ServerProcess(
                        name + " (initdb)",
                        with(
                                user.prefix(),
                                programs.resolve("initdb").toString(),
                                "--pgdata=" + directory,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"),
                        Map.of("LC_ALL", "C"),
                        log);
        try {
            initdb.start();
            if (!Conditions.within(START_LIMIT, () -> !initdb.isAlive())
                    || !Files.exists(directory.resolve("PG_VERSION"))) {
                throw new LocalFailure(
                        name + " could not be made. What initdb said is in " + log + ".");
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private String configuration() {
        String fixed =
                """
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                """
                        .formatted(Ports.LOOPBACK, port);
        return fixed
                + profile.settings().entrySet().stream()
                        .map(
                                setting ->
                                        "%s = '%s'%n"
                                                .formatted(setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining());
    }

    private boolean takesConnections() {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(url("postgres"), properties)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new LocalFailure(
                        name
                                + " on port "
                                + port
                                + " does not take its password: is it another server's port?");
            }
            return false;
        }
    }

    private static List<String> with(List<String> prefix, String... command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        return all;
    }
}
