package se.lyhord.moderation.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.review.RejectionReason;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.Reviews;
import se.lyhord.moderation.review.TakeDown;
import se.lyhord.moderation.review.TakeDownReason;

/** Reads the reviews, each with the title of its text where that is here. */
@Repository
class JdbcReviews implements Reviews {

    private static final String SELECT =
            """
            select petition_id, text_version, title, submitted_at, received_at, state, version,
                reason, decided_at, take_down_reason, take_down_ends_vote
            from review left join review_text using (petition_id, text_version)
            """;

    private final JdbcClient jdbc;

    JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Review> in(ReviewState state) {
        return jdbc.sql(SELECT + "where state = ? order by submitted_at, petition_id limit 500")
                .param(state.name())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<Review> find(UUID petitionId) {
        return jdbc.sql(SELECT + "where petition_id = ?")
                .param(petitionId)
                .query((row, number) -> read(row))
                .optional();
    }

    private static Review read(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new Review(
                row.getObject("petition_id", UUID.class),
                row.getInt("text_version"),
                row.getString("title"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                ReviewState.valueOf(row.getString("state")),
                row.getLong("version"),
                reason == null ? null : RejectionReason.valueOf(reason),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                takeDown(row));
    }

    private static @Nullable TakeDown takeDown(ResultSet row) throws SQLException {
        var reason = row.getString("take_down_reason");
        return reason == null
                ? null
                : new TakeDown(
                        TakeDownReason.valueOf(reason), row.getBoolean("take_down_ends_vote"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
