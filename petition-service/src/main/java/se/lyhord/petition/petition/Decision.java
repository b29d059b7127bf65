package se.lyhord.petition.petition;

/** What the municipality decided about a petition after its vote. */
public enum Decision {
    ACCEPTED,
    PARTLY_ACCEPTED,
    DECLINED,
    /** The petition got an answer, with nothing to decide. */
    ANSWERED
}
