package se.lyhord.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * For a service without a database, which reads its topics from the beginning at each start. Its
 * handlers' effects must bear repetition: what they did before throwing is not undone.
 */
final class InMemoryInboxStore implements InboxStore {

    private record Key(String topic, String petition) {}

    private final Map<Key, MemoryLane> lanes = new ConcurrentHashMap<>();

    @Override
    public <T> T inLane(String topic, String petition, Function<Lane, T> work) {
        MemoryLane lane = lanes.computeIfAbsent(new Key(topic, petition), key -> new MemoryLane());
        synchronized (lane) {
            long position = lane.position;
            SortedMap<Long, KeptEvent> kept = new TreeMap<>(lane.kept);
            try {
                return work.apply(lane);
            } catch (RuntimeException | Error failure) {
                lane.position = position;
                lane.kept = kept;
                throw failure;
            }
        }
    }

    @Override
    public List<ParkedEvent> parked() {
        List<ParkedEvent> parked = new ArrayList<>();
        lanes.forEach(
                (key, lane) -> {
                    for (KeptEvent event : inLane(key.topic(), key.petition(), Lane::kept)) {
                        if (event.problem() != null) {
                            parked.add(
                                    new ParkedEvent(
                                            key.topic(),
                                            key.petition(),
                                            event.number(),
                                            event.type(),
                                            event.problem(),
                                            event.since()));
                        }
                    }
                });
        return parked;
    }

    private static final class MemoryLane implements Lane {

        private SortedMap<Long, KeptEvent> kept = new TreeMap<>();
        private long position;

        @Override
        public long position() {
            return position;
        }

        @Override
        public void moveTo(long number) {
            position = number;
        }

        @Override
        public List<KeptEvent> kept() {
            return List.copyOf(kept.values());
        }

        @Override
        public void keep(KeptEvent event) {
            kept.put(event.number(), event);
        }

        @Override
        public void drop(long number) {
            kept.remove(number);
        }
    }
}
