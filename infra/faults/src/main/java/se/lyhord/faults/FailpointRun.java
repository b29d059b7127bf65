package se.lyhord.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import se.lyhord.local.Folders;
import se.lyhord.local.run.Service;

/** Takes petitions through all of their life, and kills a process at each failpoint on the way. */
final class FailpointRun {

    private static final int PETITIONS = 2;
    private static final int SECONDS = 12;
    private static final int MANY = 30;
    private static final Duration TO_CERTIFY = Duration.ofMinutes(3);
    private static final long SEED = 1;

    private final FaultySystem faulty;
    private final Path folder;
    private final Progress progress;
    private final Outcome outcome = new Outcome();
    private final List<String> notReached = new ArrayList<>();
    private int reached;

    FailpointRun(FaultySystem faulty, Path folder, Progress progress) {
        this.faulty = faulty;
        this.folder = folder;
        this.progress = progress;
    }

    /** Halts at each; those that nobody came to are tried once more, each alone. */
    void run(List<Failpoint> failpoints) throws InterruptedException {
        Folders.delete(folder);
        folder.toFile().mkdirs();
        List<Failpoint> again = new ArrayList<>();
        for (List<Failpoint> batch : batches(failpoints)) {
            again.addAll(batch(batch));
        }
        for (Failpoint failpoint : again) {
            batch(List.of(failpoint)).forEach(missed -> notReached.add(missed.name()));
        }
    }

    /** One of each service at a time, two of one that has many: an early one and a late one. */
    private static List<List<Failpoint>> batches(List<Failpoint> failpoints) {
        List<Deque<Failpoint>> queues = new ArrayList<>();
        for (Service service : Service.values()) {
            List<Failpoint> own =
                    failpoints.stream().filter(one -> one.service() == service).toList();
            int early = own.size() > MANY ? own.size() / 2 : own.size();
            queues.add(new ArrayDeque<>(own.subList(0, early)));
            queues.add(new ArrayDeque<>(own.subList(early, own.size())));
        }
        List<List<Failpoint>> batches = new ArrayList<>();
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            batches.add(
                    queues.stream().filter(queue -> !queue.isEmpty()).map(Deque::remove).toList());
        }
        return batches;
    }

    private List<Failpoint> batch(List<Failpoint> failpoints) throws InterruptedException {
        Petitions petitions = new Petitions();
        VotingClient client = new VotingClient(faulty.system());
        Inspector inspector =
                new Inspector(new Inspection(faulty.system(), client), petitions, outcome);
        List<Halting> haltings =
                failpoints.stream()
                        .map(
                                failpoint ->
                                        new Halting(
                                                failpoint,
                                                faulty.system().instances(failpoint.service()),
                                                folder))
                        .toList();
        haltings.forEach(Halting::arm);
        AtomicBoolean under = new AtomicBoolean(true);
        List<Failpoint> missed;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Crowd crowd = new Crowd(client, petitions)) {
            var watching = watch(threads, haltings, under::get);
            crowd.start(SEED);
            inspector.start();
            open(threads, petitions);
            Conditions.within(TO_CERTIFY, () -> petitions.unchecked().isEmpty());
            under.set(false);
            missed = missed(haltings, watching);
        }
        inspector.await(TO_CERTIFY);
        reached += failpoints.size() - missed.size();
        tell(failpoints, missed);
        return missed;
    }

    private void open(ExecutorService threads, Petitions petitions) throws InterruptedException {
        Supply supply =
                new Supply(
                        faulty.system(),
                        petitions,
                        PETITIONS,
                        new Supply.Periods(SECONDS, SECONDS));
        List<Future<?>> opening = new ArrayList<>();
        for (int i = 0; i < PETITIONS; i++) {
            opening.add(threads.submit(() -> supply.open(SECONDS)));
        }
        for (Future<?> one : opening) {
            result(one);
        }
    }

    private static List<Future<Boolean>> watch(
            ExecutorService threads, List<Halting> haltings, BooleanSupplier meanwhile) {
        return haltings.stream()
                .map(
                        halting ->
                                threads.submit(
                                        () ->
                                                halting.killWhereHalted(
                                                        meanwhile,
                                                        part ->
                                                                haltings.forEach(
                                                                        other ->
                                                                                other.armAgain(
                                                                                        part)))))
                .toList();
    }

    private static List<Failpoint> missed(List<Halting> haltings, List<Future<Boolean>> watching)
            throws InterruptedException {
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

    private void tell(List<Failpoint> failpoints, List<Failpoint> missed) {
        progress.say(
                "%6d s  %s%s"
                        .formatted(
                                progress.seconds(),
                                String.join(" ", failpoints.stream().map(Failpoint::name).toList()),
                                missed.isEmpty()
                                        ? ""
                                        : "  NOT REACHED: "
                                                + missed.stream().map(Failpoint::name).toList()));
    }

    Outcome outcome() {
        return outcome;
    }

    /** How many processes halted, and were killed there. */
    int reached() {
        return reached;
    }

    /** Failpoints that nobody came to. */
    List<String> notReached() {
        return notReached;
    }
}
