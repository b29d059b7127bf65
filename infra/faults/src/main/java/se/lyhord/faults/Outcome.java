package se.lyhord.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import se.lyhord.faults.check.Finding;
import se.lyhord.faults.load.Ballot;
import se.lyhord.faults.load.Ledger;
import se.lyhord.faults.load.Voter;

/** What the checks of a run have found so far. */
final class Outcome {

    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final LongAdder certified = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder withdrawn = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    /** Enters a certified petition with what was found. */
    void checked(Ledger ledger, List<Finding> found) {
        certified.increment();
        findings.addAll(found);
        for (Voter voter : ledger.voters()) {
            voter.ballots().forEach(this::enter);
        }
    }

    private void enter(Ballot ballot) {
        if (ballot.isAcknowledged()) {
            acknowledged.increment();
        }
        if (ballot.isWithdrawn()) {
            withdrawn.increment();
        }
        if (ballot.standing() == Ballot.Standing.EITHER) {
            unknown.increment();
        }
    }

    /** Enters a petition that was not certified in time. */
    void unconverged(Ledger ledger, @Nullable String trouble) {
        String detail = trouble == null ? "not certified in time" : trouble;
        findings.add(new Finding(Finding.Kind.UNCONVERGED, ledger.petition(), detail));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Votes that were acknowledged, those withdrawn later among them. */
    long acknowledged() {
        return acknowledged.sum();
    }

    long withdrawn() {
        return withdrawn.sum();
    }

    /** Votes and withdrawals whose voters were never told. */
    long unknown() {
        return unknown.sum();
    }

    long certified() {
        return certified.sum();
    }

    long lost() {
        return count(Finding.Kind.LOST);
    }

    long doubled() {
        return count(Finding.Kind.DOUBLED);
    }

    long unconverged() {
        return count(Finding.Kind.UNCONVERGED);
    }

    long others() {
        return findings.size() - lost() - doubled() - unconverged();
    }

    private long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
