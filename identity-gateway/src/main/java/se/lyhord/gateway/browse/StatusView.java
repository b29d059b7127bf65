package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the petitioner sees behind the private link, before and after the review. */
public record StatusView(
        UUID petitionId,
        PetitionState state,
        String title,
        @Nullable Instant submittedAt,
        PetitionView.@Nullable Rejection rejection) {

    /** Whether it has a page that everybody can read. */
    public boolean isPublic() {
        return state != PetitionState.IN_REVIEW && (rejection == null || !rejection.textHidden());
    }
}
