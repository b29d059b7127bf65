package se.lyhord.exchange;

import java.util.UUID;

/**
 * Publishes events whose numbers follow from what they say, each once: what the broker has under
 * that number already stays as it was told first, even if it would be put in other words today.
 * Instances that tell the same at the same moment may both publish it.
 */
public final class OncePublisher {

    private final EventPublisher publisher;
    private final LastTold lastTold;

    OncePublisher(EventPublisher publisher, LastTold lastTold) {
        this.publisher = publisher;
        this.lastTold = lastTold;
    }

    /**
     * Publishes one event, unless its number is told already.
     *
     * @param topic the topic
     * @param petition whose event it is
     * @param number 1, 2, 3… in this topic for this petition, without gaps
     * @param event a record whose simple name is the event's, version 1
     * @throws BrokerUnavailable if the topic can not be read to its end, or the broker has not
     *     confirmed; the event may still be there
     */
    public void publish(String topic, UUID petition, long number, Object event) {
        if (lastTold.number(topic, petition) < number) {
            publisher.publish(topic, petition, number, event);
        }
    }
}
