package se.lyhord.voting.ballot;

/** Why a vote or a withdrawal is not taken. */
public enum VoteRefusal {
    /** The voter's vote counts already, under another tracker. */
    ALREADY_COUNTED,
    /** The tracker stands in this box already; draw another. */
    TRACKER_TAKEN,
    /** No vote of this voter has this tracker. */
    NOT_YOUR_VOTE,
    /** Voting is over. */
    CLOSED,
    /** The petition has been taken down for now. */
    SUSPENDED,
    /** There is no ballot box for this petition. */
    NO_BALLOT_BOX
}
