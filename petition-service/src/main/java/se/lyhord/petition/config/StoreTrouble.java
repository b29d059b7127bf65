package se.lyhord.petition.config;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or will answer in a moment, from an error of our own. */
final class StoreTrouble {

    /**
     * Connection lost, out of resources, operator at work, lost a race (PostgreSQL, appendix A).
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "40");

    private static final String TRANSACTION_TIMEOUT = "25P04";

    private StoreTrouble() {}

    static boolean causes(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && isPassing(failure)) {
                return true;
            }
        }
        return false;
    }

    /** What the server says has a state; what has none comes from a connection that is gone. */
    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || PASSING_CLASSES.stream().anyMatch(state::startsWith)
                || state.equals(TRANSACTION_TIMEOUT);
    }
}
