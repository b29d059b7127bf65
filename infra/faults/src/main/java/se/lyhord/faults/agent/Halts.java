package se.lyhord.faults.agent;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Called by the changed methods: goes on, or never. */
public final class Halts {

    private static final Map<String, Order> ORDERS = new ConcurrentHashMap<>();
    private static final ThreadLocal<Map<String, Integer>> HITS =
            ThreadLocal.withInitial(ConcurrentHashMap::new);

    private Halts() {}

    static void enter(Order order) {
        ORDERS.put(order.name(), order);
    }

    /**
     * A method was called, or returns.
     *
     * @param name of the failpoint
     * @param arguments those that are objects
     */
    public static void reached(String name, Object[] arguments) {
        Order order = ORDERS.get(name);
        if (order == null || !fits(order, arguments) || !isWithin(order)) {
            return;
        }
        int hit = HITS.get().merge(name, 1, Integer::sum);
        if (hit >= order.hit() && isFirst(order)) {
            haltForEver();
        }
    }

    private static boolean fits(Order order, Object[] arguments) {
        if (order.argument().isEmpty()) {
            return true;
        }
        for (Object argument : arguments) {
            if (argument != null && argument.getClass().getSimpleName().equals(order.argument())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Order order) {
        return order.within().isEmpty()
                || StackWalker.getInstance()
                        .walk(
                                frames ->
                                        frames.anyMatch(
                                                frame ->
                                                        (frame.getClassName()
                                                                        + "."
                                                                        + frame.getMethodName())
                                                                .equals(order.within())));
    }

    /** Of all processes with the same order one halts. */
    private static boolean isFirst(Order order) {
        ORDERS.remove(order.name());
        try {
            Files.writeString(
                    Files.createFile(order.halted()), Long.toString(ProcessHandle.current().pid()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void haltForEver() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                continue; // somebody lost patience; we have not
            }
        }
    }
}
