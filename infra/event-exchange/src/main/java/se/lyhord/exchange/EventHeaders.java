package se.lyhord.exchange;

/**
 * The CloudEvents attributes as headers of a Spring message. On Kafka they are called {@code ce_…};
 * here they have names of our own, since Spring Cloud Function would rewrite those it knows, and
 * stumble over malformed ones before the inbox has seen them.
 */
final class EventHeaders {

    static final String PREFIX = "lyhord.event.";
    static final String SPEC_VERSION = PREFIX + "specversion";
    static final String SUPPORTED_VERSION = "1.0";
    static final String ID = PREFIX + "id";
    static final String SOURCE = PREFIX + "source";
    static final String TYPE = PREFIX + "type";
    static final String SUBJECT = PREFIX + "subject";
    static final String TIME = PREFIX + "time";

    /** Extension: the event's place among those of its topic and petition, from 1. */
    static final String NUMBER = PREFIX + "number";

    static String type(String topic, String eventName) {
        return "se.lyhord." + topic + "." + eventName + ".v1";
    }

    private EventHeaders() {}
}
