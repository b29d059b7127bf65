package se.lyhord.eventstore;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** Hands events to a service's handler and refuses a replay where it would do harm. */
final class NamedHandler implements EventMessageHandler {

    private final EventHandlers handlers;
    private final AnnotationEventHandlerAdapter adapter;

    NamedHandler(EventHandlers handlers) {
        this.handlers = handlers;
        this.adapter = new AnnotationEventHandlerAdapter(handlers.handler());
    }

    String processor() {
        return handlers.processor();
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return adapter.canHandle(event);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return adapter.canHandleType(payloadType);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        return adapter.handle(event);
    }

    @Override
    public boolean supportsReset() {
        return handlers.replayable() && adapter.supportsReset();
    }

    @Override
    public void prepareReset() {
        adapter.prepareReset();
    }

    @Override
    public <R> void prepareReset(R context) {
        adapter.prepareReset(context);
    }

    @Override
    public Class<?> getTargetType() {
        return adapter.getTargetType();
    }
}
