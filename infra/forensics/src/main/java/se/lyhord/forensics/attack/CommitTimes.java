package se.lyhord.forensics.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.lyhord.forensics.search.WalPages;

/**
 * When transactions were committed, as a stolen write-ahead log tells: every commit record holds
 * its time (access/xlogrecord.h and access/xact.h, PostgreSQL 18).
 */
public final class CommitTimes {

    private static final int ALIGNMENT = 8;
    private static final int TRANSACTION_OFFSET = 4;
    private static final int INFO_OFFSET = 16;
    private static final int MANAGER_OFFSET = 17;
    private static final int DATA_OFFSET = 24;
    private static final int TIME_OFFSET = 26;
    private static final int RECORD = 34;
    private static final int OPERATION = 0x70;
    private static final int COMMIT = 0x00;
    private static final int TRANSACTIONS = 1;
    private static final int SHORT_DATA = 255;
    private static final long EPOCH_MICROS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private CommitTimes() {}

    /**
     * Microseconds since 1970 by transaction id.
     *
     * @param wal folder of segments
     * @param since times before it are chance
     */
    public static Map<Long, Long> read(Path wal, Instant since) {
        Map<Long, Long> times = new HashMap<>();
        long from = since.getEpochSecond() * 1_000_000;
        long to = Instant.now().getEpochSecond() * 1_000_000 + 1_000_000;
        for (Path segment : segments(wal)) {
            ByteBuffer records = records(segment);
            for (int at = 0; at + RECORD <= records.limit(); at += ALIGNMENT) {
                if (isCommit(records, at)) {
                    long time = records.getLong(at + TIME_OFFSET) + EPOCH_MICROS;
                    if (time >= from && time <= to) {
                        times.put(
                                Integer.toUnsignedLong(records.getInt(at + TRANSACTION_OFFSET)),
                                time);
                    }
                }
            }
        }
        return times;
    }

    private static boolean isCommit(ByteBuffer records, int at) {
        return records.get(at + MANAGER_OFFSET) == TRANSACTIONS
                && (records.get(at + INFO_OFFSET) & OPERATION) == COMMIT
                && (records.get(at + DATA_OFFSET) & 0xFF) == SHORT_DATA;
    }

    private static ByteBuffer records(Path segment) {
        try (var content = WalPages.open(segment)) {
            return ByteBuffer.wrap(content.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> segments(Path wal) {
        try (Stream<Path> all = Files.list(wal)) {
            return all.filter(WalPages::isWal).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
