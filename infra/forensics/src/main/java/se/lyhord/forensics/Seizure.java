package se.lyhord.forensics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.lyhord.local.LocalFailure;

/**
 * Everything there is at one moment, taken away to be searched: every file of the running system,
 * every row of every table with what the planner knows of them, and the heap of every process.
 */
final class Seizure {

    /** Folder of the files, named as where they were. */
    static final String FILES = "files";

    /** Folder of the tables, a text for each, named {@code DATABASE/SCHEMA.TABLE}. */
    static final String TABLES = "tables";

    /** Folder of the heap dumps, one for each process. */
    static final String HEAPS = "heaps";

    private static final String EVERY_TABLE =
            """
            SELECT schemaname || '.' || tablename FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """;

    /** Each with the transaction that wrote it and its place: files tell them, too. */
    private static final String EVERY_ROW = "SELECT concat_ws(' ', xmin, ctid, t) FROM %s t";

    private final Path folder;

    private Seizure(Path folder) {
        this.folder = folder;
    }

    /** Takes everything. */
    static Seizure of(Suspects suspects, Path folder) {
        Seizure seizure = new Seizure(folder);
        seizure.tables(suspects);
        seizure.heaps(suspects);
        suspects.files().forEach((name, source) -> seizure.files(name, source));
        return seizure;
    }

    /** A place in it. */
    Path path(String first, String... more) {
        return folder.resolve(Path.of(first, more));
    }

    /** Every file in it, relative to it. */
    List<Path> everything() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void files(String name, Path source) {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = path(FILES, name).resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(copy); // gone meanwhile, as files of a running system may be
        }
    }

    private void heaps(Suspects suspects) {
        Path heaps = path(HEAPS);
        try {
            Files.createDirectories(heaps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suspects.processes()
                .forEach(
                        (name, pid) ->
                                Jcmd.run(
                                        pid,
                                        "GC.heap_dump",
                                        heaps.resolve(name + ".hprof").toString()));
    }

    private void tables(Suspects suspects) {
        for (Suspects.Database database : suspects.databases()) {
            Path tables = path(TABLES, database.name());
            try (Connection connection = database.connect()) {
                Files.createDirectories(tables);
                for (String table : names(connection)) {
                    dump(connection, EVERY_ROW.formatted(table), tables.resolve(table));
                }
                dump(connection, "SELECT s::text FROM pg_stats s", tables.resolve("pg_statistic"));
            } catch (SQLException e) {
                throw new LocalFailure("Database " + database.name() + " cannot be read.", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EVERY_TABLE)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void dump(Connection connection, String query, Path file)
            throws SQLException, IOException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query);
                BufferedWriter out = Files.newBufferedWriter(file)) {
            while (rows.next()) {
                out.write(rows.getString(1));
                out.write('\n');
            }
        }
    }
}
