package se.lyhord.petition.petition;

/** Where in its life a petition is. */
public enum PetitionState {
    /** Submitted, nothing of it is public. */
    IN_REVIEW,
    /** Waits for the petitioner to complete the text, nothing of it is public. */
    RETURNED,
    /** Approved and open for votes. */
    OPEN,
    /** The voting period has passed. */
    CLOSED,
    /** The municipality's decision is recorded. */
    ANSWERED,
    /** The moderators said no. */
    REJECTED,
    /** The petitioner took it back before it was published, nothing of it is public. */
    WITHDRAWN
}
