package se.lyhord.moderation.review;

/** Why a petition is refused; a code whose text the public reads. */
public enum RejectionReason {
    /** The municipality has no say in the matter. */
    NOT_MUNICIPAL,
    /** Another petition already asks for the same. */
    DUPLICATE,
    /** The text tells about private persons; the public never sees it. */
    PERSONAL_DATA,
    /** The text threatens or insults; the public never sees it. */
    OFFENSIVE,
    /** Nobody can tell what the petitioner wants. */
    UNCLEAR,
    /** The text sells something. */
    ADVERTISING;

    /** Whether title and text stay hidden from the public. */
    public boolean hidesText() {
        return this == OFFENSIVE || this == PERSONAL_DATA;
    }
}
