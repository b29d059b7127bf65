package se.lyhord.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells trouble that passes, such as a database or network that is away, from faults. */
final class Trouble {

    /** SQLSTATE classes: connection, transaction rollback, resources, operator, system. */
    private static final Set<String> PASSING_SQL_CLASSES =
            Set.of("08", "25", "40", "53", "55", "57", "58");

    /** Spring's own names for it; not all services have these classes. */
    private static final Set<String> PASSING_SPRING_TYPES =
            Set.of(
                    "org.springframework.dao.TransientDataAccessException",
                    "org.springframework.dao.RecoverableDataAccessException",
                    "org.springframework.dao.NonTransientDataAccessResourceException",
                    "org.springframework.transaction.CannotCreateTransactionException",
                    "org.springframework.transaction.TransactionSystemException",
                    "org.springframework.web.client.ResourceAccessException",
                    "org.springframework.web.client.HttpServerErrorException");

    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passesByItself(cause)) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private static boolean passesByItself(Throwable cause) {
        return switch (cause) {
            case TryAgainLater later -> true;
            case BrokerUnavailable away -> true;
            case IOException network -> true;
            case UncheckedIOException network -> true;
            case SQLTransientException database -> true;
            case SQLRecoverableException database -> true;
            case SQLException database -> passes(database);
            default -> isSprings(cause.getClass());
        };
    }

    private static boolean passes(SQLException database) {
        String state = database.getSQLState();
        return state != null
                && state.length() == 5
                && PASSING_SQL_CLASSES.contains(state.substring(0, 2));
    }

    private static boolean isSprings(@Nullable Class<?> type) {
        return type != null
                && (PASSING_SPRING_TYPES.contains(type.getName())
                        || isSprings(type.getSuperclass()));
    }

    private Trouble() {}
}
