package se.lyhord.eventstore;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** JSON under the events' simple names; what isn't an event keeps its class name. */
final class StoredEventSerializer extends Jackson3Serializer {

    private final StoredEventTypes events;

    StoredEventSerializer(StoredEventTypes events) {
        super(Jackson3Serializer.builder().lenientDeserialization());
        this.events = events;
    }

    @Override
    @SuppressWarnings("rawtypes") // As in the supertype.
    public SerializedType typeForClass(Class type) {
        if (events.contain(type)) {
            return new SimpleSerializedType(
                    type.getSimpleName(), getRevisionResolver().revisionOf(type));
        }
        if (Record.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type + " is stored but not among the service's StoredEventTypes");
        }
        return super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return events.className(type.getName());
    }
}
