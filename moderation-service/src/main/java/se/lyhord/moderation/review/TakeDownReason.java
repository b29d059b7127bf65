package se.lyhord.moderation.review;

/** Why a published petition is taken down; a code whose text the public reads. */
public enum TakeDownReason {
    /** The text tells about private persons. */
    PERSONAL_DATA,
    /** The text threatens or insults. */
    OFFENSIVE,
    /** The law (1998:112) does not let the municipality keep the text up. */
    UNLAWFUL,
    /** Somebody else has the right to the text. */
    COPYRIGHT
}
