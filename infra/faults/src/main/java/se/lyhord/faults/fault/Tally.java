package se.lyhord.faults.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what was done. */
public final class Tally {

    private final LongAdder kills = new LongAdder();
    private final LongAdder freezes = new LongAdder();
    private final Map<String, LongAdder> failedStarts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> endedByThemselves = new ConcurrentSkipListMap<>();

    void killed() {
        kills.increment();
    }

    void froze() {
        freezes.increment();
    }

    void failedToStart(String part) {
        failedStarts.computeIfAbsent(part, first -> new LongAdder()).increment();
    }

    void endedByItself(String part) {
        endedByThemselves.computeIfAbsent(part, first -> new LongAdder()).increment();
    }

    /** Processes ended. */
    public long kills() {
        return kills.sum();
    }

    /** Processes frozen for a while. */
    public long freezes() {
        return freezes.sum();
    }

    /** Starts that did not succeed, by part: killed while starting, or something else was away. */
    public Map<String, LongAdder> failedStarts() {
        return failedStarts;
    }

    /** Parts that ended although nobody killed them, by part. */
    public Map<String, LongAdder> endedByThemselves() {
        return endedByThemselves;
    }
}
