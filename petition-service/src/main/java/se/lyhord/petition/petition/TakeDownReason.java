package se.lyhord.petition.petition;

/** Why the moderators took a published petition down; public, while the text is not. */
public enum TakeDownReason {
    /** It names or points out a person. */
    PERSONAL_DATA,
    /** It is offensive. */
    OFFENSIVE,
    /** The law does not let the municipality show it. */
    UNLAWFUL,
    /** Somebody else has the right to the text. */
    COPYRIGHT
}
