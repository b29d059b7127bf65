package se.lyhord.eventstore;

import org.springframework.dao.OptimisticLockingFailureException;

/** Another command changed the same aggregate at the same time. Decide anew, or tell the caller. */
public final class ConcurrentChange extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    ConcurrentChange(Throwable cause) {
        super("the aggregate was changed by another command at the same time", cause);
    }
}
