package se.lyhord.moderation.review;

/** How far a review has come. */
public enum ReviewState {
    /** Nobody has decided yet. */
    WAITING,
    /** The petition may be published. */
    APPROVED,
    /** The petition is refused. */
    REJECTED
}
