package se.lyhord.exchange;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes a petition's events under contiguous numbers, handed out inside the caller's
 * transaction: number and event-store token commit together after the broker has confirmed, so an
 * event that is published again after a crash carries the number it had. Should the database have
 * been put back from an old copy, the numbers go on above those that are out.
 *
 * <p>All events of one topic are to be published by one event processor: another one could take a
 * number that is already out.
 */
public final class NumberedPublisher {

    private final EventPublisher publisher;
    private final JdbcClient jdbc;
    private final LastTold lastTold;

    NumberedPublisher(EventPublisher publisher, JdbcClient jdbc, LastTold lastTold) {
        this.publisher = publisher;
        this.jdbc = jdbc;
        this.lastTold = lastTold;
    }

    /**
     * Publishes one event under the petition's next number in the topic.
     *
     * @param topic the topic
     * @param petition whose event it is
     * @param event a record whose simple name is the event's, version 1
     * @throws BrokerUnavailable if the broker has not confirmed; let it roll the transaction back
     * @throws IllegalStateException if called outside a transaction
     */
    public void publish(String topic, UUID petition, Object event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("numbers are handed out inside a transaction only");
        }
        long next =
                jdbc.sql(
                                """
                                INSERT INTO published_number (topic, petition, number) VALUES (?, ?, 1)
                                ON CONFLICT (topic, petition)
                                DO UPDATE SET number = published_number.number + 1
                                RETURNING number
                                """)
                        .param(topic)
                        .param(petition)
                        .query(Long.class)
                        .single();
        long number = lastTold.numberOf(topic, petition, next, event);
        if (number != next) {
            jdbc.sql("UPDATE published_number SET number = ? WHERE topic = ? AND petition = ?")
                    .params(number, topic, petition)
                    .update();
        }
        publisher.publish(topic, petition, number, event);
    }
}
