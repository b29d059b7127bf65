package se.lyhord.eventstore;

import java.time.Duration;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts Axon once all beans are there, and only on ground that holds. */
final class AxonLifecycle implements SmartLifecycle {

    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

    private final Configuration axon;
    private final JdbcClient jdbc;
    private volatile boolean running;

    AxonLifecycle(Configuration axon, JdbcClient jdbc) {
        this.axon = axon;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        requireTransactions();
        requireTransactionTimeout();
        axon.start();
        running = true;
    }

    private void requireTransactions() {
        Transaction transaction = axon.getComponent(TransactionManager.class).startTransaction();
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        transaction.rollback();
        if (!active) {
            throw new IllegalStateException("the event store runs without transactions");
        }
    }

    private void requireTransactionTimeout() {
        long millis =
                jdbc.sql("SELECT setting FROM pg_settings WHERE name = 'transaction_timeout'")
                        .query(Long.class)
                        .single();
        if (millis <= 0 || millis >= LONGEST_TRANSACTION.toMillis()) {
            throw new IllegalStateException(
                    "the database role needs a transaction_timeout, such as 20s; it has "
                            + millis
                            + " ms");
        }
    }

    @Override
    public void stop() {
        axon.shutdown();
        running = false;
    }

    /** Before the web server and the bindings, which need it; in reverse order when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_000;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
