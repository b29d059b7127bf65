package se.lyhord.moderation.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a member of staff did, sealed together with all that was done before it.
 *
 * @param number 1, 2, 3… without gaps
 * @param at with microseconds, as the database keeps it
 * @param by the login service's name for the account
 * @param byName the name that colleagues read
 * @param action name of a {@link LogAction}
 * @param petitionId null when it is about no petition
 * @param details codes, such as a reason
 * @param note what was written for colleagues
 * @param previousHash the hash of the entry before, {@link LogHead#EMPTY}'s for the first
 * @param hash SHA-256 over all of the above, lower-case hex
 */
public record LogEntry(
        long number,
        Instant at,
        String by,
        String byName,
        String action,
        @Nullable UUID petitionId,
        @Nullable Integer textVersion,
        @Nullable String details,
        @Nullable String note,
        String previousHash,
        String hash) {

    /** The entry that follows on a head. */
    public static LogEntry after(LogHead head, Instant at, LogDeed deed) {
        var unsealed =
                new LogEntry(
                        head.number() + 1,
                        at.truncatedTo(ChronoUnit.MICROS),
                        deed.by(),
                        deed.byName(),
                        deed.action().name(),
                        deed.petitionId(),
                        deed.textVersion(),
                        deed.details(),
                        deed.note(),
                        head.hash(),
                        "");
        return new LogEntry(
                unsealed.number,
                unsealed.at,
                unsealed.by,
                unsealed.byName,
                unsealed.action,
                unsealed.petitionId,
                unsealed.textVersion,
                unsealed.details,
                unsealed.note,
                unsealed.previousHash,
                unsealed.digest());
    }

    /** Where the log ends when this is its last entry. */
    public LogHead head() {
        return new LogHead(number, hash);
    }

    /** Whether the entry is as it was sealed. */
    boolean isIntact() {
        return digest().equals(hash);
    }

    /** Every part with its length before it, so that no two contents read the same. */
    private String digest() {
        var content = new StringBuilder();
        add(content, previousHash);
        add(content, Long.toString(number));
        add(content, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        add(content, by);
        add(content, byName);
        add(content, action);
        add(content, petitionId == null ? null : petitionId.toString());
        add(content, textVersion == null ? null : textVersion.toString());
        add(content, details);
        add(content, note);
        return sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(StringBuilder content, @Nullable String part) {
        if (part == null) {
            content.append('-');
        } else {
            content.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
        }
        content.append('\n');
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
