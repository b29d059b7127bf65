package se.lyhord.moderation.review;

/** How far a review has come. */
public enum ReviewState {
    /** Nobody has decided yet. */
    WAITING,
    /** The petitioner is asked for a better text. */
    RETURNED,
    /** The petition may be published. */
    APPROVED,
    /** A moderator wants to refuse the petition and hide its text; a colleague is to agree. */
    REJECTION_PROPOSED,
    /** The petition is refused. */
    REJECTED,
    /** The petition is public, and a moderator wants it taken down. */
    TAKE_DOWN_PROPOSED,
    /** The petition was public and is hidden. */
    TAKEN_DOWN,
    /** The petitioner took the petition back before it was public. */
    WITHDRAWN
}
