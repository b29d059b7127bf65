package se.lyhord.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import se.lyhord.faults.check.Inspection;
import se.lyhord.faults.failpoint.Failpoint;
import se.lyhord.faults.failpoint.Halting;
import se.lyhord.faults.load.Crowd;
import se.lyhord.faults.load.Petitions;
import se.lyhord.faults.load.Supply;
import se.lyhord.faults.load.VotingClient;
import se.lyhord.local.Conditions;
import se.lyhord.local.Part;

/** Takes petitions through all of their life, and kills a process at each failpoint on the way. */
final class Batch {

    private static final int PETITIONS = 2;
    private static final int SECONDS = 12;
    private static final Duration TO_CERTIFY = Duration.ofMinutes(3);
    private static final long SEED = 1;

    private final Petitions petitions = new Petitions();
    private final VotingClient client;
    private final Inspector inspector;
    private final Supply supply;
    private final List<Halting> haltings;

    /**
     * @param folder for notes between the processes
     * @param outcome takes what the checks find
     */
    Batch(FaultySystem faulty, List<Failpoint> failpoints, Path folder, Outcome outcome) {
        var system = faulty.system();
        this.client = new VotingClient(system);
        this.inspector = new Inspector(new Inspection(system, client), petitions, outcome);
        this.supply =
                new Supply(system, petitions, PETITIONS, new Supply.Periods(SECONDS, SECONDS));
        this.haltings =
                failpoints.stream()
                        .map(
                                failpoint ->
                                        new Halting(
                                                failpoint,
                                                system.instances(failpoint.service()),
                                                folder))
                        .toList();
    }

    /**
     * Runs until the petitions are certified.
     *
     * @return the failpoints that nobody came to
     */
    List<Failpoint> run() throws InterruptedException {
        haltings.forEach(Halting::arm);
        AtomicBoolean underWay = new AtomicBoolean(true);
        List<Failpoint> missed;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Crowd crowd = new Crowd(client, petitions)) {
            List<Future<Boolean>> watching = watch(threads, underWay::get);
            crowd.start(SEED);
            inspector.start();
            open(threads);
            Conditions.within(TO_CERTIFY, () -> petitions.unchecked().isEmpty());
            underWay.set(false);
            missed = missed(watching);
        }
        inspector.await(TO_CERTIFY);
        return missed;
    }

    private void open(ExecutorService threads) throws InterruptedException {
        List<Future<?>> opening = new ArrayList<>();
        for (int i = 0; i < PETITIONS; i++) {
            opening.add(threads.submit(() -> supply.open(SECONDS)));
        }
        for (Future<?> one : opening) {
            result(one);
        }
    }

    private List<Future<Boolean>> watch(ExecutorService threads, BooleanSupplier meanwhile) {
        List<Future<Boolean>> watching = new ArrayList<>();
        for (Halting halting : haltings) {
            watching.add(threads.submit(() -> halting.killWhereHalted(meanwhile, this::armAgain)));
        }
        return watching;
    }

    private void armAgain(Part restarted) {
        haltings.forEach(halting -> halting.armAgain(restarted));
    }

    private List<Failpoint> missed(List<Future<Boolean>> watching) throws InterruptedException {
        List<Failpoint> missed = new ArrayList<>();
        for (int i = 0; i < haltings.size(); i++) {
            if (!result(watching.get(i))) {
                missed.add(haltings.get(i).failpoint());
            }
        }
        return missed;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
