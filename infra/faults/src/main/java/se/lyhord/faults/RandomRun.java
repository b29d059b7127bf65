package se.lyhord.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import se.lyhord.faults.check.Inspection;
import se.lyhord.faults.fault.RandomFaults;
import se.lyhord.faults.fault.Tally;
import se.lyhord.faults.load.Crowd;
import se.lyhord.faults.load.FrontDoor;
import se.lyhord.faults.load.Petitions;
import se.lyhord.faults.load.Supply;
import se.lyhord.faults.load.VotingClient;
import se.lyhord.local.Conditions;

/** Rounds of random kills and freezes under votes, until the last petition is certified. */
public final class RandomRun {

    private static final int PETITIONS = 12;
    private static final Duration FIRST = Duration.ofMinutes(3);
    private static final int ROWS_EVERY = 10;
    private static final Duration TO_CERTIFY = Duration.ofMinutes(5);

    private final FaultySystem faulty;
    private final Progress progress;
    private final Supply.Periods periods;
    private final Petitions petitions = new Petitions();
    private final Outcome outcome = new Outcome();

    /**
     * @param faulty started
     * @param periods of the petitions
     * @param progress where to show the table
     */
    RandomRun(FaultySystem faulty, Supply.Periods periods, Progress progress) {
        this.faulty = faulty;
        this.periods = periods;
        this.progress = progress;
    }

    /**
     * Runs.
     *
     * @param rounds how many kills or freezes
     * @param seed draws the same ones again
     */
    public Tally run(int rounds, long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        VotingClient client = new VotingClient(faulty.system());
        Inspector inspector =
                new Inspector(new Inspection(faulty.system(), client), petitions, outcome);
        RandomFaults faults = new RandomFaults(faulty.parts(), random.split());
        progress.head();
        try (faults;
                Crowd crowd = new Crowd(client, petitions);
                FrontDoor door = new FrontDoor(faulty.system(), petitions);
                Supply supply = new Supply(faulty.system(), petitions, PETITIONS, periods)) {
            supply.start(random.split());
            crowd.start(random.split().nextLong());
            door.start(random.split());
            inspector.start();
            Conditions.within(FIRST, () -> petitions.open() > 0);
            for (int round = 1; round <= rounds; round++) {
                faults.round();
                if (round % ROWS_EVERY == 0) {
                    progress.row(round, faults.tally(), outcome, petitions);
                }
            }
            faults.endAll();
        }
        inspector.await(TO_CERTIFY);
        progress.row(rounds, faults.tally(), outcome, petitions);
        progress.say("HTTP answers to votes (0: none): " + client.statuses());
        return faults.tally();
    }

    /** What the checks have found. */
    Outcome outcome() {
        return outcome;
    }
}
