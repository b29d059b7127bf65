package se.lyhord.petition.extend;

/** What kept people from voting. */
enum OutageCause {
    /** Lyhörd itself was down. */
    PLATFORM,
    /** Nobody could log in with an e-identification. */
    EID
}
