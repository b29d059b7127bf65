package se.lyhord.forensics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ballot box as it was seized while it was open. */
final class Box {

    private static final Pattern ROW =
            Pattern.compile("^(\\d+) .*\\\\x([0-9a-f]{64})\\b.*\\\\x([0-9a-f]{32})\\b");

    private Box() {}

    /**
     * A vote.
     *
     * @param transaction id of the one that wrote it
     * @param voterHash 64 hexadecimal digits
     * @param tracker 32 hexadecimal digits
     */
    record Row(long transaction, String voterHash, String tracker) {}

    /** Every vote, as it stands in the table. */
    static List<Row> rows(Seizure open) {
        try (Stream<Path> tables = Files.list(open.path(Seizure.TABLES, "voting"))) {
            return tables.filter(table -> table.getFileName().toString().startsWith("ballots."))
                    .flatMap(Box::lines)
                    .flatMap(line -> ROW.matcher(line).results())
                    .map(Box::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(MatchResult found) {
        return new Row(Long.parseLong(found.group(1)), found.group(2), found.group(3));
    }
}
