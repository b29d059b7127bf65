package se.lyhord.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import se.lyhord.local.Conditions;
import se.lyhord.local.Part;

/** Takes any part at any time, some of them at the same time, and brings them all back. */
public final class RandomFaults implements AutoCloseable {

    private static final int AT_MOST_AT_A_TIME = 3;
    private static final int MOST_FROZEN_MILLIS = 12_000;
    private static final int MOST_AWAY_MILLIS = 4_000;
    private static final int MOST_STARTING_MILLIS = 9_000;
    private static final int MOST_PAUSE_MILLIS = 2_500;
    private static final Duration ALL_UP = Duration.ofMinutes(10);

    private final List<Patient> patients = new ArrayList<>();
    private final Tally tally = new Tally();
    private final RandomGenerator random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param parts what may be taken
     * @param random draws what happens to which part
     */
    public RandomFaults(List<Part> parts, RandomGenerator random) {
        this.random = random;
        parts.forEach(part -> patients.add(new Patient(part, tally)));
    }

    /** How often what was done. */
    public Tally tally() {
        return tally;
    }

    /** Lets one thing happen, and returns after a while, when it need not be over. */
    public String round() throws InterruptedException {
        Patient patient = next();
        Fault fault = draw();
        threads.submit(
                () -> {
                    patient.suffer(fault);
                    return null;
                });
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200, MOST_PAUSE_MILLIS));
        return patient.name() + ": " + fault;
    }

    /** Returns when nothing is done to any part and all of them run. */
    public void endAll() throws InterruptedException {
        Conditions.within(ALL_UP, () -> patients.stream().noneMatch(Patient::isInTreatment));
        lookAfterAll();
    }

    private Patient next() throws InterruptedException {
        while (true) {
            lookAfterAll();
            long busy = patients.stream().filter(Patient::isInTreatment).count();
            Patient chosen = patients.get(random.nextInt(patients.size()));
            if (busy < AT_MOST_AT_A_TIME && chosen.take()) {
                return chosen;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Fault draw() {
        int chance = random.nextInt(100);
        if (chance < 50) {
            return new Fault.Kill(millis(MOST_AWAY_MILLIS));
        }
        return chance < 60
                ? new Fault.KillTwice(millis(MOST_STARTING_MILLIS))
                : new Fault.Freeze(millis(MOST_FROZEN_MILLIS));
    }

    private Duration millis(int most) {
        return Duration.ofMillis(random.nextInt(100, most));
    }

    private void lookAfterAll() throws InterruptedException {
        for (Patient patient : patients) {
            patient.lookAfter();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
