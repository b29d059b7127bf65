package se.lyhord.petition.petition;

/** Who decides in the municipality, by its customary abbreviation. */
public enum Committee {
    /** Tekniska nämnden. */
    TN,
    /** Kommunstyrelsen. */
    KS,
    /** Fritidsnämnden. */
    FN,
    /** Barn- och utbildningsnämnden. */
    BUN,
    /** Kommunfullmäktige. */
    KF
}
