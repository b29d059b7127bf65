package se.lyhord.moderation.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reviews to read from. */
public interface Reviews {

    /** The reviews in one state, the one that has waited longest first; at most 500. */
    List<Review> in(ReviewState state);

    /** The review of one petition, or empty when the petition has not come in. */
    Optional<Review> find(UUID petitionId);
}
