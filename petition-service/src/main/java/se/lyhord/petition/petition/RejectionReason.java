package se.lyhord.petition.petition;

/** Why the moderators rejected a petition; a code from the municipality's public catalogue. */
public enum RejectionReason {
    /** The municipality does not decide over the matter. */
    NOT_MUNICIPAL,
    /** The same proposal is already there. */
    DUPLICATE,
    /** It names or points out a person. */
    PERSONAL_DATA,
    /** It is offensive. */
    OFFENSIVE,
    /** It cannot be understood what is proposed. */
    UNCLEAR,
    /** It is advertising. */
    ADVERTISING
}
