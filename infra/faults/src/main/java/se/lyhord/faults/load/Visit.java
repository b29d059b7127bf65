package se.lyhord.faults.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** What one voter does at one time on one petition. */
final class Visit {

    private static final int TRIES = 6;
    private static final int PAUSE_MILLIS = 400;

    private final VotingClient client;
    private final Executor threads;
    private final RandomGenerator random;
    private final Ledger ledger;

    Visit(VotingClient client, Executor threads, RandomGenerator random, Ledger ledger) {
        this.client = client;
        this.threads = threads;
        this.random = random;
        this.ledger = ledger;
    }

    /** Does something that people do, or that their browsers and networks do to them. */
    void make() throws InterruptedException {
        int chance = random.nextInt(100);
        Voter known = chance < 25 ? ledger.comeAgain() : null;
        Voter voter = known == null ? ledger.newVoter() : known;
        if (known == null) {
            arrive(voter, chance);
        } else {
            comeBack(voter, chance);
        }
        ledger.goHome(voter);
    }

    private void arrive(Voter voter, int chance) throws InterruptedException {
        if (chance < 35) {
            twiceAtOnce(voter, voter.newBallot(), null);
        } else if (chance < 45) {
            twiceAtOnce(voter, voter.newBallot(), voter.newBallot());
        } else {
            cast(voter, voter.newBallot());
        }
        if (chance > 95 && withdraw(voter)) {
            cast(voter, voter.newBallot());
        }
    }

    private void comeBack(Voter voter, int chance) throws InterruptedException {
        if (chance < 8) {
            cast(voter, voter.newBallot());
        } else if (withdraw(voter) && chance < 20) {
            cast(voter, voter.newBallot());
        }
    }

    /** Tries again, with the same tracker, until the outcome is known or patience ends. */
    private Answer cast(Voter voter, Ballot ballot) throws InterruptedException {
        Answer answer = Answer.UNKNOWN;
        for (int i = 0; i < TRIES && answer == Answer.UNKNOWN; i++) {
            pauseBefore(i);
            answer = client.cast(anyInstance(), ledger.petition(), voter, ballot);
        }
        note(answer);
        return answer;
    }

    private boolean withdraw(Voter voter) throws InterruptedException {
        Ballot counted = voter.counted();
        if (counted == null) {
            return false;
        }
        Answer answer = Answer.UNKNOWN;
        for (int i = 0; i < TRIES && answer == Answer.UNKNOWN; i++) {
            pauseBefore(i);
            answer = client.withdraw(anyInstance(), ledger.petition(), voter, counted);
        }
        note(answer);
        return answer == Answer.DONE;
    }

    /** A double click, or two browsers, on two instances. */
    private void twiceAtOnce(Voter voter, Ballot one, @org.jspecify.annotations.Nullable Ballot two)
            throws InterruptedException {
        int instance = anyInstance();
        int other = (instance + 1) % client.instances();
        var second =
                CompletableFuture.runAsync(
                        () -> client.cast(other, ledger.petition(), voter, two == null ? one : two),
                        threads);
        client.cast(instance, ledger.petition(), voter, one);
        second.join();
        cast(voter, one);
    }

    private void note(Answer answer) {
        if (answer == Answer.CLOSED) {
            ledger.close();
        }
    }

    private int anyInstance() {
        return random.nextInt(client.instances());
    }

    private void pauseBefore(int repetition) throws InterruptedException {
        if (repetition > 0) {
            Thread.sleep(random.nextInt(PAUSE_MILLIS) * (long) repetition);
        }
    }
}
