package se.lyhord.eventstore;

/**
 * An object with {@code @EventHandler} methods and the event processor it runs in: one processor
 * per bean of this type. The processor's place in the event stream and the handler's own writes
 * commit together; a handler that throws gets the same event again, for ever and ever more slowly,
 * and later events wait.
 *
 * @param processor the processor's name, under which its place is stored: never change it
 * @param handler the object with the handler methods
 * @param replayable whether the processor may be sent back to read all events anew
 */
public record EventHandlers(String processor, Object handler, boolean replayable) {

    /** Handlers that only fill a view, which may be built anew at any time. */
    public static EventHandlers projection(String processor, Object handler) {
        return new EventHandlers(processor, handler, true);
    }

    /** Handlers with effects outside, such as publishing or the next command: never replayed. */
    public static EventHandlers onlyOnce(String processor, Object handler) {
        return new EventHandlers(processor, handler, false);
    }
}
