package se.lyhord.faults.load;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The petitions of a run, from their opening to their check. */
public final class Petitions {

    private final List<Ledger> unchecked = new CopyOnWriteArrayList<>();
    private final List<Ledger> taking = new CopyOnWriteArrayList<>();

    /** Enters a petition that has been submitted. */
    Ledger add(UUID petition) {
        Ledger ledger = new Ledger(petition);
        unchecked.add(ledger);
        return ledger;
    }

    /** Lets people vote on it. */
    void takeVotes(Ledger ledger) {
        taking.add(ledger);
    }

    /** How many take votes. */
    public int open() {
        return (int) takingVotes().count();
    }

    /** Votes acknowledged on petitions that are not checked yet. */
    public long acknowledged() {
        return unchecked.stream()
                .flatMap(ledger -> ledger.voters().stream())
                .flatMap(voter -> voter.ballots().stream())
                .filter(Ballot::isAcknowledged)
                .count();
    }

    /** Those that are not checked yet. */
    public List<Ledger> unchecked() {
        return unchecked;
    }

    /** Forgets what has been checked, since a long run has many voters. */
    public void checked(Ledger ledger) {
        unchecked.remove(ledger);
        taking.remove(ledger);
    }

    /**
     * One that people can vote on; null if there is none.
     *
     * @param late whether it may be closed already
     */
    @Nullable Ledger any(RandomGenerator random, boolean late) {
        List<Ledger> some = late ? taking : takingVotes().toList();
        try {
            return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
        } catch (IndexOutOfBoundsException e) {
            return null; // checked in this very moment
        }
    }

    /** A random one that takes votes, for those who come by the front door. */
    public Stream<Ledger> takingVotes() {
        return taking.stream().filter(ledger -> !ledger.isClosed());
    }
}
