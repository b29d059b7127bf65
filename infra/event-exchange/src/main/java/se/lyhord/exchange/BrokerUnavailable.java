package se.lyhord.exchange;

/**
 * The broker has not confirmed an event in time; whether it has it is unknown. Publish it again.
 */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailable(String topic, Throwable cause) {
        super("the broker has not confirmed an event for topic " + topic, cause);
    }
}
