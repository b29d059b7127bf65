package se.lyhord.moderation.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Petitions that say much the same, with what became of them. */
public interface SimilarPetitions {

    /**
     * One of them.
     *
     * @param reason null unless rejected
     * @param closed whether its vote has ended
     * @param decision code of the municipality's decision, null while there is none
     * @param decidedOn day of that decision
     */
    record Similar(
            UUID petitionId,
            String title,
            String language,
            ReviewState state,
            @Nullable RejectionReason reason,
            boolean closed,
            @Nullable String decision,
            @Nullable LocalDate decidedOn) {}

    /** At most five, the most similar first. */
    List<Similar> to(PetitionText text);

    /** At most five of those that were answered after a day, the most similar first. */
    List<Similar> answeredAfter(LocalDate day, PetitionText text);
}
