package se.lyhord.moderation.review;

/** What kind of thing is hidden; the public is told the kind and never the content. */
public enum RedactionKind {
    /** A personnummer or samordningsnummer. */
    PERSONAL_IDENTITY_NUMBER,
    /** A telephone number. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A private person's name. */
    NAME,
    /** Where somebody lives. */
    ADDRESS,
    /** Anything else about a private person. */
    OTHER
}
