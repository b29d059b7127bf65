package se.lyhord.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

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
    }

    Ballot draw() {
        if (!acknowledged.isEmpty() && random.nextInt(100) < REPEATS_PERCENT) {
            Ballot earlier = acknowledged.get(random.nextInt(acknowledged.size()));
            String tracker = random.nextBoolean() ? earlier.tracker() : tracker();
            return new Ballot(earlier.petition(), earlier.person(), tracker, true);
        }
        int petition =
                random.nextInt(100) < ON_ONE_PERCENT ? busiest : random.nextInt(petitions.size());
        if (next[petition] == persons) {
            busiest = (busiest + 1) % petitions.size();
            petition = busiest;
        }
        return new Ballot(petitions.get(petition), next[petition]++, tracker(), false);
    }

    private String tracker() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** Notes what was said. */
    void note(Ballot ballot, Said said) {
        switch (said) {
            case COUNTED -> {
                if (!ballot.repeats()) {
                    acknowledged.add(ballot);
                    counts.merge(ballot.petition(), 1L, Long::sum);
                }
            }
            case COUNTED_BEFORE -> unexpected += ballot.repeats() ? 0 : 1;
            case BUSY -> toldToComeAgain.merge(ballot.petition(), 1L, Long::sum);
            case OTHER -> unexpected++;
        }
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
