package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the petitioner sees behind the private link, before and after the review.
 *
 * @param message what the moderators ask for, while they wait for a better text; null until it has
 *     come
 */
public record StatusView(
        UUID petitionId,
        PetitionState state,
        String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String message,
        @Nullable Instant submittedAt,
        PetitionView.@Nullable Rejection rejection) {

    /** Whether it has a page that everybody can read. */
    public boolean isPublic() {
        return state != PetitionState.IN_REVIEW
                && state != PetitionState.RETURNED
                && (rejection == null || !rejection.textHidden());
    }
}
