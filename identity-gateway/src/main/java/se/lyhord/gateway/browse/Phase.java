package se.lyhord.gateway.browse;

/**
 * What a petition's page is about right now; it decides which panel stands where the vote button
 * was.
 */
public enum Phase {
    /** Open, but the ballot box or the keys are not there yet, or voting is not allowed here. */
    NOT_READY,
    VOTING,
    /** Past its deadline, the keys are not yet known to be destroyed. */
    CLOSING,
    CERTIFIED,
    REJECTED,
    /** Its text is hidden; the vote rests, or has ended. */
    TAKEN_DOWN
}
