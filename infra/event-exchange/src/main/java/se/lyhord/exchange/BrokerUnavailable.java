package se.lyhord.exchange;

/**
 * The broker has not confirmed an event in time; whether it has it is unknown. Publish it again. Or
 * it has not let a topic be read to its end.
 */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailable(String topic, Throwable cause) {
        super("the broker has not answered for topic " + topic, cause);
    }
}
