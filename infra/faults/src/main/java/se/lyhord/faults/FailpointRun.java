package se.lyhord.faults;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import se.lyhord.faults.failpoint.Failpoint;
import se.lyhord.local.Folders;
import se.lyhord.local.run.Service;

/** Goes through failpoints, some at a time, each in a process of its own. */
final class FailpointRun {

    private static final int MANY = 30;

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
            again.addAll(run(new Batch(faulty, batch, folder, outcome), batch));
        }
        for (Failpoint failpoint : again) {
            List<Failpoint> alone = List.of(failpoint);
            run(new Batch(faulty, alone, folder, outcome), alone)
                    .forEach(missed -> notReached.add(missed.name()));
        }
    }

    private List<Failpoint> run(Batch batch, List<Failpoint> failpoints)
            throws InterruptedException {
        List<Failpoint> missed = batch.run();
        reached += failpoints.size() - missed.size();
        String line = "%6d s  %s".formatted(progress.seconds(), names(failpoints));
        progress.say(missed.isEmpty() ? line : line + "  NOT REACHED: " + names(missed));
        return missed;
    }

    private static String names(List<Failpoint> failpoints) {
        return String.join(" ", failpoints.stream().map(Failpoint::name).toList());
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
