package se.lyhord.benchmark;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.benchmark.measure.Latencies;

/**
 * Who votes next, on what: four in five on one petition, the rest on the others, one in twenty
 * somebody whose vote was acknowledged before, half of them with the same tracker, as a retry, half
 * with another, as somebody who has forgotten. Knows what was acknowledged, for the checks.
 */
final class Ballots {

    private static final int ON_ONE_PERCENT = 80;
    private static final int REPEATS_PERCENT = 5;

    private final SplittableRandom random;
    private final List<UUID> petitions;
    private final int persons;
    private final int[] next;
    private final List<Ballot> acknowledged = new ArrayList<>();
    private final Map<UUID, Long> counts = new HashMap<>();
    private int busiest = -1;
    private long unexpected;
    private final Map<UUID, Long> toldToComeAgain = new HashMap<>();
    private final Deque<Ballot> comingAgain = new ArrayDeque<>();
    private final Map<Ballot, Long> comeAgainAt = new HashMap<>();
    private Latencies accepted = new Latencies();
    private @Nullable Duration pause;
    private long busy;

    /**
     * @param person number of the voter within the petition
     * @param repeats whether an earlier vote of the same person was acknowledged
     */
    record Ballot(UUID petition, int person, String tracker, boolean repeats) {}

    /** What was said to a ballot. */
    enum Said {
        COUNTED,
        COUNTED_BEFORE,
        BUSY,
        OTHER
    }

    /**
     * @param persons how many may vote on a petition
     */
    Ballots(List<UUID> petitions, int persons, long seed) {
        this.petitions = List.copyOf(petitions);
        this.persons = persons;
        this.next = new int[petitions.size()];
        this.random = new SplittableRandom(seed);
    }

    /** A run begins: another petition is the one that most vote on. */
    void newRun() {
        busiest = (busiest + 1) % petitions.size();
        acknowledged.clear();
        newWindow();
    }

    /** From now on times and busy answers are counted anew. */
    void newWindow() {
        accepted = new Latencies();
        busy = 0;
    }

    /** From now on whoever is told to come again does so, after this long, with the same ballot. */
    void comeAgainAfter(Duration pause) {
        this.pause = pause;
    }

    /** Whether somebody who was told to come again has not been counted yet. */
    boolean anyComingAgain() {
        return !comingAgain.isEmpty();
    }

    Ballot draw() {
        Ballot again = comingAgain.peekFirst();
        if (again != null && System.nanoTime() - comeAgainAt.getOrDefault(again, 0L) >= 0) {
            return comingAgain.removeFirst();
        }
        if (!acknowledged.isEmpty() && random.nextInt(100) < REPEATS_PERCENT) {
            Ballot earlier = acknowledged.get(random.nextInt(acknowledged.size()));
            String tracker = random.nextBoolean() ? earlier.tracker() : tracker();
            return new Ballot(earlier.petition(), earlier.person(), tracker, true);
        }
        int petition =
                random.nextInt(100) < ON_ONE_PERCENT ? busiest : random.nextInt(petitions.size());
        if (next[petition] == persons) {
            petition = whichSomebodyCanVoteOn(petition);
        }
        return new Ballot(petitions.get(petition), next[petition]++, tracker(), false);
    }

    /** The next one; if everybody has voted on the busiest, that is the busiest from now on. */
    private int whichSomebodyCanVoteOn(int exhausted) {
        for (int step = 1; step < petitions.size(); step++) {
            int petition = (exhausted + step) % petitions.size();
            if (next[petition] < persons) {
                busiest = exhausted == busiest ? petition : busiest;
                return petition;
            }
        }
        throw new IllegalStateException("Everybody has voted on every petition: open more.");
    }

    private String tracker() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** Notes what was said, and after how long. */
    void note(Ballot ballot, Said said, long nanos) {
        switch (said) {
            case COUNTED -> {
                accepted.add(nanos);
                if (comeAgainAt.remove(ballot) != null) {
                    toldToComeAgain.merge(ballot.petition(), -1L, Long::sum);
                }
                if (!ballot.repeats()) {
                    acknowledged.add(ballot);
                    counts.merge(ballot.petition(), 1L, Long::sum);
                }
            }
            case COUNTED_BEFORE -> {
                if (comeAgainAt.remove(ballot) != null) {
                    toldToComeAgain.merge(ballot.petition(), -1L, Long::sum);
                }
                unexpected += ballot.repeats() ? 0 : 1;
            }
            case BUSY -> busy(ballot);
            case OTHER -> unexpected++;
        }
    }

    private void busy(Ballot ballot) {
        busy++;
        boolean first = !comeAgainAt.containsKey(ballot);
        if (first) {
            toldToComeAgain.merge(ballot.petition(), 1L, Long::sum);
        }
        if (pause != null) {
            comeAgainAt.put(ballot, System.nanoTime() + pause.toNanos());
            comingAgain.addLast(ballot);
        }
    }

    /** How long the votes took that were acknowledged in this window. */
    Latencies accepted() {
        return accepted;
    }

    /** How many answers in this window were to come again. */
    long busy() {
        return busy;
    }

    /** How many different votes were acknowledged, by petition, over all runs. */
    Map<UUID, Long> acknowledged() {
        return Map.copyOf(counts);
    }

    /** Answers that no correct service gives, over all runs. */
    long unexpected() {
        return unexpected;
    }

    /** How many were told to come again, their vote taken or not, by petition, over all runs. */
    Map<UUID, Long> toldToComeAgain() {
        return Map.copyOf(toldToComeAgain);
    }
}
