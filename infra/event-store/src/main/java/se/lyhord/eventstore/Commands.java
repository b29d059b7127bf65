package se.lyhord.eventstore;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends commands to aggregates and waits for the decision. Inside a transaction, as in an inbox or
 * event handler, the aggregate's events join it; outside, they get one of their own.
 */
public final class Commands {

    private static final int TRIES = 3;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a command. If another one changed the aggregate meanwhile, it is decided anew on the
     * newer state, up to three times, unless the caller's transaction is already spoilt by it.
     *
     * @return what the command handler returns
     * @throws ConcurrentChange if somebody else was faster each time
     * @throws NoSuchAggregate if the aggregate has no events
     * @throws RuntimeException what the command handler threw
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R> R send(Object command) {
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(command);
            } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
                if (attempt == tries) {
                    throw new ConcurrentChange(conflict);
                }
            } catch (AggregateNotFoundException missing) {
                throw new NoSuchAggregate(missing);
            } catch (CommandExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
    }
}
