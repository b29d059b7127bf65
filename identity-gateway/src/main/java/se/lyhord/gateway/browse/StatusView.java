package se.lyhord.gateway.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
        PetitionView.@Nullable Rejection rejection,
        @Nullable List<PetitionView.@Nullable Happening> timeline) {

    /** Whether it has a page that everybody can read. */
    public boolean isPublic() {
        return switch (state) {
            case IN_REVIEW, RETURNED, WITHDRAWN -> false;
            case OPEN, CLOSED, ANSWERED -> true;
            case REJECTED -> rejection == null || !rejection.textHidden();
        };
    }

    /** Whether its petitioner may still take it back. */
    public boolean mayBeWithdrawn() {
        return state == PetitionState.IN_REVIEW || state == PetitionState.RETURNED;
    }

    /** What has happened, oldest first; kinds that this version does not know are left out. */
    List<Known> happenings() {
        return timeline == null
                ? List.of()
                : timeline.stream()
                        .filter(Objects::nonNull)
                        .flatMap(
                                it ->
                                        it.event() == null || it.day() == null
                                                ? Stream.empty()
                                                : Stream.of(new Known(it.event(), it.day())))
                        .toList();
    }

    /** Something that happened, on a day in Sweden. */
    record Known(HappeningKind event, LocalDate day) {}
}
