package se.lyhord.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one service, asked in turn; one that did not answer is asked last for a while.
 */
public final class ServiceInstances {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final List<URI> all;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<URI, Long> awaySince = new ConcurrentHashMap<>();

    private ServiceInstances(List<URI> all) {
        this.all = all;
    }

    /**
     * @param commaSeparated base addresses without a path, such as {@code http://127.0.0.1:8101}
     * @throws IllegalArgumentException when there is none
     */
    public static ServiceInstances of(String commaSeparated) {
        List<URI> all =
                Arrays.stream(commaSeparated.split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .map(URI::create)
                        .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("No address of the service is configured");
        }
        return new ServiceInstances(all);
    }

    /** All instances, the one to ask first in front. */
    public List<URI> inOrder() {
        int start = Math.floorMod(next.getAndIncrement(), all.size());
        List<URI> ready = new ArrayList<>(all.size());
        List<URI> away = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            URI instance = all.get((start + i) % all.size());
            (isAway(instance) ? away : ready).add(instance);
        }
        ready.addAll(away);
        return ready;
    }

    /** Notes that an instance gave no answer. */
    public void noAnswerFrom(URI instance) {
        awaySince.put(instance, System.nanoTime());
    }

    /** Notes that an instance answered. */
    public void answered(URI instance) {
        awaySince.remove(instance);
    }

    private boolean isAway(URI instance) {
        Long since = awaySince.get(instance);
        return since != null && System.nanoTime() - since < PAUSE;
    }
}
