package se.lyhord.gateway.browse;

/** Where a published petition stands, as petition-service tells it. */
public enum PetitionState {
    IN_REVIEW,
    RETURNED,
    OPEN,
    CLOSED,
    ANSWERED,
    REJECTED,
    WITHDRAWN
}
