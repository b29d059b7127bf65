package se.lyhord.voting.ballot;

import java.util.Objects;
import se.lyhord.voting.ballot.VoteCommand.CastVote;
import se.lyhord.voting.ballot.VoteCommand.WithdrawVote;
import se.lyhord.voting.ballot.VoteDecision.Append;
import se.lyhord.voting.ballot.VoteDecision.DoneBefore;
import se.lyhord.voting.ballot.VoteDecision.Refused;
import se.lyhord.voting.ballot.VoteEvent.VoteCast;
import se.lyhord.voting.ballot.VoteEvent.VoteWithdrawn;

/** One person, one vote, one petition: decided from the voter's own stream. */
public final class VotingRules {

    private VotingRules() {}

    /**
     * Decides a command.
     *
     * @param terms the box at this moment
     * @param voter the voter's stream so far
     * @param trackerTaken whether a vote in the box already has, or had, the command's tracker
     */
    public static VoteDecision decide(
            BoxTerms terms, VoterState voter, VoteCommand command, boolean trackerTaken) {
        return switch (command) {
            case CastVote cast -> cast(terms, voter, cast.tracker(), trackerTaken);
            case WithdrawVote withdraw -> withdraw(terms, voter, withdraw.tracker());
        };
    }

    /** A retry is known by its tracker, also after the deadline: its first try was in time. */
    private static VoteDecision cast(
            BoxTerms terms, VoterState voter, Tracker tracker, boolean trackerTaken) {
        if (terms.state().isReadable() && Objects.equals(tracker, voter.counted())) {
            return new DoneBefore();
        }
        if (terms.closed()) {
            return new Refused(VoteRefusal.CLOSED);
        }
        if (terms.state() == BoxState.SUSPENDED) {
            return new Refused(VoteRefusal.SUSPENDED);
        }
        if (voter.counted() != null) {
            return new Refused(VoteRefusal.ALREADY_COUNTED);
        }
        // Also the voter's own, once withdrawn: a late retry must not bring a vote back.
        if (trackerTaken || voter.withdrawn().contains(tracker)) {
            return new Refused(VoteRefusal.TRACKER_TAKEN);
        }
        return new Append(new VoteCast(voter.events() + 1, tracker));
    }

    private static VoteDecision withdraw(BoxTerms terms, VoterState voter, Tracker tracker) {
        if (terms.state().isReadable() && voter.withdrawn().contains(tracker)) {
            return new DoneBefore();
        }
        if (terms.closed()) {
            return new Refused(VoteRefusal.CLOSED);
        }
        if (terms.state() == BoxState.SUSPENDED) {
            return new Refused(VoteRefusal.SUSPENDED);
        }
        if (!Objects.equals(tracker, voter.counted())) {
            return new Refused(VoteRefusal.NOT_YOUR_VOTE);
        }
        return new Append(new VoteWithdrawn(voter.events() + 1, tracker));
    }
}
