package se.lyhord.faults.load;

/** Voters with a past that a test has chosen. */
public final class PlannedVoter {

    private PlannedVoter() {}

    public static Voter whoWasTold(String tracker, Answer answer) {
        Voter voter = new Voter();
        another(voter, tracker, answer);
        return voter;
    }

    public static Ballot another(Voter voter, String tracker, Answer answer) {
        Ballot ballot = voter.newBallot(tracker);
        ballot.casting();
        ballot.cast(answer);
        return ballot;
    }

    public static Voter whoWithdrew(String tracker) {
        Voter voter = whoWasTold(tracker, Answer.DONE);
        Ballot ballot = voter.ballots().getFirst();
        ballot.withdrawing();
        ballot.withdrawn(Answer.DONE);
        return voter;
    }
}
