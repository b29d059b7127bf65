package se.lyhord.moderation.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log from its beginning, entry by entry, and finds what is not as it was sealed. */
public final class LogCheck {

    private static final int MOST_FINDINGS = 100;

    private final @Nullable LogHead writtenDown;
    private final List<Finding> findings = new ArrayList<>();
    private LogHead last = LogHead.EMPTY;

    /**
     * @param writtenDown a head that somebody has kept outside the log, or null
     */
    public LogCheck(@Nullable LogHead writtenDown) {
        this.writtenDown = writtenDown;
    }

    /** One thing that is not right, at the entry with this number. */
    public record Finding(long number, Kind kind) {}

    /** What can be wrong. */
    public enum Kind {
        /** The entry's content is not what was sealed. */
        CHANGED,
        /** The entry does not follow on the one before it: that one was sealed anew. */
        RESEALED,
        /** The entry is missing. */
        REMOVED,
        /** The log was longer than what is here. */
        CUT_OFF,
        /** What was written down of this entry is not what stands there now. */
        NOT_AS_WRITTEN_DOWN
    }

    /** What a check has found; nothing when the log is whole. Stops at 100 findings. */
    public record Result(LogHead head, List<Finding> findings) {

        /** Whether nothing is wrong. */
        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /** Takes the next entry, in the order of their numbers. */
    public void read(LogEntry entry) {
        for (var missing = last.number() + 1; missing < entry.number() && room(); missing++) {
            found(missing, Kind.REMOVED);
        }
        if (!entry.isIntact()) {
            found(entry.number(), Kind.CHANGED);
        }
        if (entry.number() == last.number() + 1 && !entry.previousHash().equals(last.hash())) {
            found(entry.number(), Kind.RESEALED);
        }
        if (writtenDown != null
                && entry.number() == writtenDown.number()
                && !entry.hash().equals(writtenDown.hash())) {
            found(entry.number(), Kind.NOT_AS_WRITTEN_DOWN);
        }
        last = entry.head();
    }

    /**
     * Ends the check.
     *
     * @param head where the log ends by its own account
     */
    public Result end(LogHead head) {
        var writtenDownEnd = writtenDown == null ? 0 : writtenDown.number();
        if (Math.max(head.number(), writtenDownEnd) > last.number()) {
            found(last.number() + 1, Kind.CUT_OFF);
        } else if (!head.equals(last)) {
            found(last.number(), Kind.RESEALED);
        }
        return new Result(last, List.copyOf(findings));
    }

    private void found(long number, Kind kind) {
        if (room()) {
            findings.add(new Finding(number, kind));
        }
    }

    private boolean room() {
        return findings.size() < MOST_FINDINGS;
    }
}
