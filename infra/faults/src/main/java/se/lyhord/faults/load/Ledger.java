package se.lyhord.faults.load;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everything that the voters of one petition know. */
public final class Ledger {

    private final UUID petition;
    private final Queue<Voter> all = new ConcurrentLinkedQueue<>();
    private final Queue<Voter> atHome = new ConcurrentLinkedQueue<>();
    private final Map<String, Voter> citizens = new ConcurrentHashMap<>();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile boolean closed;

    Ledger(UUID petition) {
        this.petition = petition;
    }

    /** Which petition. */
    public UUID petition() {
        return petition;
    }

    /** Who has voted, or tried to. */
    public Collection<Voter> voters() {
        return all;
    }

    /** Whether a voter was told that voting has ended. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether somebody is voting at this moment. */
    public boolean isBusy() {
        return visits.get() > 0;
    }

    /** To be closed when the visit ends. */
    Visiting visit() {
        visits.incrementAndGet();
        return visits::decrementAndGet;
    }

    /** A visit under way. */
    interface Visiting extends AutoCloseable {
        @Override
        void close();
    }

    /** Somebody who comes by the front door; null if they have been here. */
    @Nullable Voter citizen(String name) {
        Voter voter = new Voter();
        if (citizens.putIfAbsent(name, voter) != null) {
            return null;
        }
        all.add(voter);
        return voter;
    }

    void close() {
        closed = true;
    }

    /** Somebody who has not been here before. */
    public Voter newVoter() {
        Voter voter = new Voter();
        all.add(voter);
        return voter;
    }

    /** Somebody who has been here before and is not voting at this moment; null if nobody is. */
    @Nullable Voter comeAgain() {
        return atHome.poll();
    }

    void goHome(Voter voter) {
        atHome.add(voter);
    }
}
