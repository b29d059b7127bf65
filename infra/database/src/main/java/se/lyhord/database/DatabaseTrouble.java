package se.lyhord.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or will answer in a moment, from a mistake of ours. */
public final class DatabaseTrouble {

    /** Seconds after which it is worth trying again, for {@code Retry-After}. */
    public static final String RETRY_AFTER = "5";

    /** Connection lost, lost a race, out of resources, operator at work, disk or file trouble. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Read-only (a standby takes over), idle or transaction timeout, lock not available. */
    private static final Set<String> PASSING_STATES = Set.of("25006", "25P03", "25P04", "55P03");

    private DatabaseTrouble() {}

    /**
     * Whether the same call may succeed later, judged by what the database said.
     *
     * @param failure whatever was thrown; its causes are looked through
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL's error
     *     codes</a>
     */
    public static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && passesByItself(database)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the server says has a state; what has none comes from a connection that is gone, such as
     * a rollback after the connection was lost.
     */
    private static boolean passesByItself(SQLException database) {
        String state = database.getSQLState();
        return state == null
                || database instanceof SQLTransientException
                || database instanceof SQLRecoverableException
                || PASSING_STATES.contains(state)
                || PASSING_CLASSES.stream().anyMatch(state::startsWith);
    }
}
