package se.lyhord.restoredrill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import se.lyhord.faults.FaultySystem;
import se.lyhord.faults.check.Certified;
import se.lyhord.faults.load.Answer;
import se.lyhord.faults.load.Ledger;
import se.lyhord.faults.load.Petitions;
import se.lyhord.faults.load.Supply;
import se.lyhord.faults.load.Voter;
import se.lyhord.faults.load.VotingClient;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.LocalSystem;

/** Votes, copies, closes; then puts the copies back, one combination after the other. */
final class Drill {

    private static final int PETITIONS = 2;
    private static final int VOTERS = 6;
    private static final int LATER_VOTERS = 3;
    private static final Duration TO_CERTIFY = Duration.ofMinutes(4);
    private static final Duration TO_SETTLE = Duration.ofSeconds(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String OPEN = "open";
    private static final String CERTIFIED = "certified";

    private final LocalSystem system;
    private final int seconds;
    private final Consumer<String> out;
    private final VotingClient client;
    private final VoteDisk disk;
    private final Look look;
    private final Copies copies;
    private final List<ClosedVote> votes = new ArrayList<>();
    private List<Store> old = List.of();

    /**
     * @param faulty started
     * @param seconds how long voting lasts
     * @param out takes the table, line by line
     */
    Drill(FaultySystem faulty, int seconds, Consumer<String> out) {
        this.system = faulty.system();
        this.seconds = seconds;
        this.out = out;
        this.client = new VotingClient(system);
        this.disk = new VoteDisk(system);
        this.look = new Look(system, disk, client);
        this.copies = new Copies(system, system.plan().layout().state().resolve("copies"));
    }

    /** Opens petitions, lets people vote, makes the old copies, and waits for the certificates. */
    void close() throws InterruptedException {
        List<Ledger> ledgers = open();
        List<Long> inCopy = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            vote(ledger, VOTERS);
            inCopy.add((long) disk.remember(ledger.petition()));
        }
        copies.save(OPEN);
        for (Ledger ledger : ledgers) {
            vote(ledger, LATER_VOTERS);
            disk.remember(ledger.petition());
        }
        if (disk.filesWithVoters().isEmpty()) {
            throw new LocalFailure("No voter is found while voting lasts: the search is broken.");
        }
        out.accept("Copied while open: %d votes, and %d later.".formatted(VOTERS, LATER_VOTERS));
        for (int i = 0; i < PETITIONS; i++) {
            UUID petition = ledgers.get(i).petition();
            votes.add(new ClosedVote(petition, inCopy.get(i), certified(petition)));
        }
        copies.save(CERTIFIED);
        out.accept("Certified.");
    }

    private List<Ledger> open() throws InterruptedException {
        Petitions petitions = new Petitions();
        Supply supply =
                new Supply(system, petitions, PETITIONS, new Supply.Periods(seconds, seconds));
        List<Future<Ledger>> opening = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PETITIONS; i++) {
                opening.add(threads.submit(() -> supply.open(seconds)));
            }
        }
        List<Ledger> ledgers = new ArrayList<>();
        for (Future<Ledger> one : opening) {
            try {
                ledgers.add(one.get());
            } catch (ExecutionException e) {
                throw new LocalFailure("A petition cannot be opened.", e);
            }
        }
        return ledgers;
    }

    private void vote(Ledger ledger, int voters) {
        for (int i = 0; i < voters; i++) {
            Voter voter = ledger.newVoter();
            Answer answer = client.cast(0, ledger.petition(), voter, voter.newBallot());
            if (answer != Answer.DONE) {
                throw new LocalFailure("A vote was answered " + answer + ": a longer period?");
            }
        }
    }

    private Certified certified(UUID petition) {
        if (!Conditions.within(
                TO_CERTIFY, BETWEEN_LOOKS, () -> look.certificate(petition) != null)) {
            throw new LocalFailure("The petition was not certified in time.");
        }
        Certified certified = look.certificate(petition);
        if (certified == null
                || !certified.agrees()
                || certified.count() != VOTERS + LATER_VOTERS) {
            throw new LocalFailure("The petition was not certified as it should be.");
        }
        return certified;
    }

    /** Puts one combination back, everything else being as after the certificate. */
    Row putBack(Combination put) throws InterruptedException {
        long start = System.nanoTime();
        List<Copies.Source> sources = new ArrayList<>();
        old.stream()
                .filter(store -> !put.old().contains(store))
                .forEach(store -> sources.add(new Copies.Source(store, CERTIFIED)));
        put.old().forEach(store -> sources.add(new Copies.Source(store, OPEN)));
        old = List.copyOf(put.old());
        copies.putBack(sources);
        Conditions.within(TO_SETTLE, BETWEEN_LOOKS, () -> look.findings(put, votes).isEmpty());
        double took = (System.nanoTime() - start) / 1e9;
        // Once more: what has been forgotten must not come back.
        List<String> findings = look.findings(put, votes);
        Row row =
                new Row(
                        put,
                        findings,
                        votes.stream().allMatch(vote -> look.isSaltDead(vote.petition())),
                        votes.stream().allMatch(vote -> look.isPseudonymKeyDead(vote.petition())),
                        !disk.filesWithVoters().isEmpty(),
                        Math.round(took * 10) / 10.0);
        out.accept(row.line());
        return row;
    }
}
