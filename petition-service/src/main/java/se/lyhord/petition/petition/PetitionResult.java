package se.lyhord.petition.petition;

/** A petition's answer to a command: done (now or before), or refused for a reason. */
public sealed interface PetitionResult {

    /** Done; or it was so already and nothing changed. */
    record Accepted() implements PetitionResult {}

    /** Not done, and nothing changed. */
    record Refused(Reason reason) implements PetitionResult {}

    /** Why a petition refuses. */
    enum Reason {
        /** It has been decided on already. */
        NOT_IN_REVIEW,
        /** The decision is about another version of the text. */
        OTHER_TEXT,
        /** Nobody has asked for another text. */
        NOT_RETURNED,
        /** It is not open for votes. */
        NOT_OPEN,
        /** Its deadline has not passed, or has been moved. */
        NOT_DUE,
        /** A deadline can only be moved to later. */
        NOT_LATER,
        /** It has never been published. */
        NOT_PUBLISHED,
        /** It is taken down for good. */
        TAKEN_DOWN_FOR_GOOD,
        /** The vote has not ended. */
        NOT_CLOSED,
        /** Somebody handed the case over in between. */
        HANDED_OVER_MEANWHILE,
        /** Somebody recorded another outcome in between. */
        OUTCOME_CHANGED
    }
}
