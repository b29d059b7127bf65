package se.lyhord.moderation.config;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells an absent database from a mistake. */
public final class StoreAway {

    /** Seconds after which it is worth trying again. */
    public static final String RETRY_AFTER = "5";

    private StoreAway() {}

    /** Whether an exception was caused by a database that cannot be reached or is shutting down. */
    public static boolean caused(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Classes 08 (connection) and 57P (operator intervention) of PostgreSQL's error codes. What the
     * server says has a code; what has none comes from a connection that is gone, such as a
     * rollback after the connection was lost.
     */
    private static boolean isAway(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
