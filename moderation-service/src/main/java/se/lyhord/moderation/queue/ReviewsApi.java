package se.lyhord.moderation.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.Reviews;

/** The queue for scripts. */
@RestController
class ReviewsApi {

    private final Reviews reviews;

    ReviewsApi(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The reviews in one state, at most 500, the one that has waited longest first. */
    record ReviewList(List<Item> items) {}

    /**
     * One review.
     *
     * @param title null while the text has not been fetched
     * @param version to be given back as If-Match with a decision
     */
    record Item(UUID petitionId, @Nullable String title, Instant receivedAt, long version) {}

    @GetMapping("/api/v1/reviews")
    ReviewList list(@RequestParam(defaultValue = "WAITING") ReviewState state) {
        return new ReviewList(
                reviews.in(state).stream()
                        .map(
                                review ->
                                        new Item(
                                                review.petitionId(),
                                                review.title(),
                                                review.receivedAt(),
                                                review.version()))
                        .toList());
    }
}
