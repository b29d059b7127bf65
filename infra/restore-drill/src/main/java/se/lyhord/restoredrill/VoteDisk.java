package se.lyhord.restoredrill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.run.LocalSystem;

/** Looks for voters where only whoever holds the vote cluster's disk can look. */
final class VoteDisk {

    /** So much of a hash is told from anything else by chance. */
    private static final int PREFIX = Long.BYTES;

    private final LocalSystem system;
    private final Set<Long> beginnings = new HashSet<>();
    private final boolean[] firstTwoBytes = new boolean[1 << 2 * Byte.SIZE];

    VoteDisk(LocalSystem system) {
        this.system = system;
    }

    /**
     * Remembers the hashes of those who have voted so far.
     *
     * @return how many rows there are
     */
    int remember(UUID petition) {
        int rows = 0;
        try (Connection connection =
                        DriverManager.getConnection(
                                system.voteCluster().url("voting"),
                                PostgresCluster.SUPERUSER,
                                system.secrets().get("postgres-votes", "superuser.password"));
                var select =
                        connection.prepareStatement(
                                "SELECT voter_hash FROM ballots.votes_"
                                        + petition.toString().replace("-", ""));
                var hashes = select.executeQuery()) {
            while (hashes.next()) {
                long beginning = ByteBuffer.wrap(hashes.getBytes(1)).getLong();
                beginnings.add(beginning);
                firstTwoBytes[firstTwo(beginning)] = true;
                rows++;
            }
        } catch (SQLException e) {
            throw new LocalFailure("The vote database cannot be looked into.", e);
        }
        return rows;
    }

    /** Files of the cluster that hold a hash: tables, indexes, write-ahead log. */
    List<Path> filesWithVoters() {
        Path folder = Store.VOTES.folder(system);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(this::holdsVoter)
                    .map(folder::relativize)
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            throw new LocalFailure("The vote cluster's files changed while they were read.", e);
        }
    }

    private boolean holdsVoter(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << Byte.SIZE | bytes[i] & 0xff;
            if (i >= PREFIX - 1 && firstTwoBytes[firstTwo(window)] && beginnings.contains(window)) {
                return true;
            }
        }
        return false;
    }

    private static int firstTwo(long window) {
        return (int) (window >>> Long.SIZE - 2 * Byte.SIZE);
    }
}
