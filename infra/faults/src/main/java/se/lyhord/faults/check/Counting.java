package se.lyhord.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.lyhord.faults.load.Ballot;
import se.lyhord.faults.load.Voter;

/** Compares a final list with what the voters know. */
final class Counting {

    private final UUID petition;
    private final List<Finding> findings = new ArrayList<>();

    private Counting(UUID petition) {
        this.petition = petition;
    }

    /**
     * Everything that is wrong.
     *
     * @param voters with all trackers they have used
     * @param list the final list
     */
    static List<Finding> compare(UUID petition, Iterable<Voter> voters, List<String> list) {
        Counting counting = new Counting(petition);
        Set<String> counted = new HashSet<>();
        for (String tracker : list) {
            if (!counted.add(tracker)) {
                counting.found(Finding.Kind.DOUBLED, tracker + " stands twice");
            }
        }
        Set<String> unclaimed = new HashSet<>(counted);
        for (Voter voter : voters) {
            counting.compare(voter, counted, unclaimed);
        }
        unclaimed.forEach(
                tracker -> counting.found(Finding.Kind.DOUBLED, tracker + " is nobody's"));
        return counting.findings;
    }

    private void compare(Voter voter, Set<String> counted, Set<String> unclaimed) {
        int votes = 0;
        for (Ballot ballot : voter.ballots()) {
            boolean isIn = counted.contains(ballot.tracker());
            votes += isIn ? 1 : 0;
            unclaimed.remove(ballot.tracker());
            switch (ballot.standing()) {
                case IN -> {
                    if (!isIn) {
                        found(Finding.Kind.LOST, ballot.tracker() + " was acknowledged");
                    }
                }
                case OUT -> {
                    if (isIn) {
                        found(
                                ballot.isWithdrawn() ? Finding.Kind.LOST : Finding.Kind.DOUBLED,
                                ballot.tracker() + " was withdrawn or refused, and is in");
                    }
                }
                case EITHER -> {}
            }
        }
        if (votes > 1) {
            found(Finding.Kind.DOUBLED, "one person has " + votes + " votes");
        }
    }

    private void found(Finding.Kind kind, String detail) {
        findings.add(new Finding(kind, petition, detail));
    }
}
