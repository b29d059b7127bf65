package se.lyhord.exchange;

import java.util.List;
import java.util.function.Function;

/** Where an inbox keeps its positions and what has arrived but is not applied yet. */
sealed interface InboxStore permits JdbcInboxStore, InMemoryInboxStore {

    /**
     * Does work on one petition's events of one topic. Nobody else works on the same at that time,
     * and what the work did to the lane and to the service's own data is kept together or, if it
     * throws, not at all.
     */
    <T> T inLane(String topic, String petition, Function<Lane, T> work);

    /** All that is parked, in every topic. */
    List<ParkedEvent> parked();

    /** One petition's events of one topic. */
    interface Lane {

        /** The number of the event applied last, 0 before the first. */
        long position();

        void moveTo(long number);

        /** What has arrived and is not applied, by number. */
        List<KeptEvent> kept();

        /** Keeps an event, in place of one with the same number. */
        void keep(KeptEvent event);

        void drop(long number);
    }
}
