package se.lyhord.faults.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Attached to a running service, makes some of its methods ask {@link Halts} whether to go on. The
 * service's own jar knows nothing of it, and a restarted process is as it was.
 */
public final class HaltAgent {

    private HaltAgent() {}

    /**
     * Called by the JDK.
     *
     * @param file an {@link Order}
     */
    public static void agentmain(String file, Instrumentation jvm) throws IOException {
        Order order = Order.read(Path.of(file));
        Halts.enter(order);
        jvm.addTransformer(new HaltTransformer(order), true);
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : jvm.getAllLoadedClasses()) {
            if (type.getName().equals(order.type())) {
                loaded.add(type);
            }
        }
        try {
            if (!loaded.isEmpty()) {
                jvm.retransformClasses(loaded.toArray(Class<?>[]::new));
            }
        } catch (UnmodifiableClassException e) {
            throw new IOException(order.type() + " cannot be changed", e);
        }
    }
}
