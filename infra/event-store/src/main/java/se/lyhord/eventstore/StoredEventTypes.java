package se.lyhord.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events a service stores, each under its simple name, so that classes may move between
 * packages. A service declares one bean of it.
 */
public final class StoredEventTypes {

    private final Map<String, Class<?>> classes = new HashMap<>();

    private StoredEventTypes(Stream<Class<?>> events) {
        events.forEach(
                event -> {
                    if (classes.put(event.getSimpleName(), event) != null) {
                        throw new IllegalArgumentException("two events " + event.getSimpleName());
                    }
                });
    }

    /**
     * @param sealedEvents the sealed interfaces whose permitted records are stored
     * @throws IllegalArgumentException if one isn't sealed or two events share a name
     */
    public static StoredEventTypes of(Class<?>... sealedEvents) {
        return new StoredEventTypes(Stream.of(sealedEvents).flatMap(StoredEventTypes::leaves));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        if (type.isSealed()) {
            return Stream.of(type.getPermittedSubclasses()).flatMap(StoredEventTypes::leaves);
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is neither sealed nor a record");
        }
        return Stream.of(type);
    }

    /** Whether the class is one of the events. */
    boolean contain(Class<?> type) {
        return classes.get(type.getSimpleName()) == type;
    }

    /** The event's class name, or the stored name itself if no event has it. */
    String className(String storedName) {
        Class<?> type = classes.get(storedName);
        return type == null ? storedName : type.getName();
    }

    /** The names under which events are stored. */
    public Set<String> names() {
        return classes.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }
}
