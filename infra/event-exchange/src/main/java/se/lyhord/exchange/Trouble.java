package se.lyhord.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lyhord.database.DatabaseTrouble;

/** Tells trouble that passes, such as a database or network that is away, from faults. */
final class Trouble {

    /** Spring's names for it; not all services have these classes. */
    private static final Set<String> PASSING_SPRING_TYPES =
            Set.of(
                    "org.springframework.dao.TransientDataAccessException",
                    "org.springframework.web.client.ResourceAccessException",
                    "org.springframework.web.client.HttpServerErrorException");

    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passesByItself(cause)) {
                return true;
            }
        }
        return DatabaseTrouble.passes(failure) || Thread.currentThread().isInterrupted();
    }

    private static boolean passesByItself(Throwable cause) {
        return switch (cause) {
            case TryAgainLater later -> true;
            case BrokerUnavailable away -> true;
            case IOException network -> true;
            case UncheckedIOException network -> true;
            default -> isSprings(cause.getClass());
        };
    }

    private static boolean isSprings(@Nullable Class<?> type) {
        return type != null
                && (PASSING_SPRING_TYPES.contains(type.getName())
                        || isSprings(type.getSuperclass()));
    }

    private Trouble() {}
}
