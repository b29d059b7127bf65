package se.lyhord.voting.cast;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a group whose data conflicted from a database that is away (SQLSTATE, PostgreSQL App. A).
 */
final class SqlTrouble {

    private SqlTrouble() {}

    /** Data exception, integrity violation or transaction rollback: worth another try, in parts. */
    static boolean isOfData(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state != null
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }

    /** Another group was faster, or two waited for each other: trying again helps. */
    static boolean isConflict(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state != null && (state.equals("23505") || state.startsWith("40"));
    }
}
