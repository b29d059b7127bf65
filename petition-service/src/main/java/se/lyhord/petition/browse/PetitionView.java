package se.lyhord.petition.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.PetitionState;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.TakeDownReason;

/**
 * A petition as everybody may read it.
 *
 * @param votingReady whether both keys and the ballot box are there, and voting may be offered
 * @param finalCount the exact count, once the vote has ended and been counted
 */
record PetitionView(
        UUID id,
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        Language language,
        PetitionState state,
        Instant submittedAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        int revision,
        int textVersion,
        @Nullable PetitionRules rules,
        boolean votingReady,
        boolean certified,
        @Nullable Long finalCount,
        @Nullable Rejection rejection,
        @Nullable TakeDown takeDown,
        @Nullable RecordedOutcome outcome,
        List<Timeline.Entry> timeline) {

    /**
     * Why the moderators said no, and whether the text is hidden for it.
     *
     * @param duplicateOf the petition that asks for the same, or null
     * @param authority code of the authority that decides in the matter, or null
     */
    record Rejection(
            RejectionReason reason,
            boolean textHidden,
            @Nullable UUID duplicateOf,
            @Nullable String authority) {}

    /** Why it is taken down, so that its text is hidden; and whether that is for good. */
    record TakeDown(TakeDownReason reason, boolean forGood) {}

    /** What the municipality decided, in which version of the record. */
    record RecordedOutcome(
            int version,
            Decision decision,
            LocalDate decidedOn,
            Committee committee,
            String registryNumber,
            @Nullable String answer,
            @Nullable String answerEnglish,
            @Nullable String documentUrl,
            @Nullable Document document) {}

    /** A file that says the decision in full, with its size in bytes. */
    record Document(UUID documentId, String name, long size) {}
}
