package se.lyhord.petition.extend;

/** How far an outage has come; two administrators are needed before a deadline moves. */
enum OutageState {
    /** The service has noticed that it was away, and nobody has said what of it. */
    MEASURED,
    /** An administrator says that people could not vote. */
    DECLARED,
    /** A second one says so too: deadlines move. */
    CONFIRMED,
    /** It kept nobody from voting. */
    DISMISSED
}
