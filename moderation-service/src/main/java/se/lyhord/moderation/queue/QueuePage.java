package se.lyhord.moderation.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.Reviews;

/** The page that shows what waits for a moderator, oldest first. */
@Controller
class QueuePage {

    private final Reviews reviews;
    private final Clock clock;

    QueuePage(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * One line of the queue.
     *
     * @param title null while the text has not been fetched
     */
    record Line(UUID petitionId, @Nullable String title, long days, QueueAge age) {}

    @GetMapping("/granskning")
    String show(Model model) {
        var now = clock.instant();
        var lines =
                reviews.in(ReviewState.WAITING).stream().map(review -> line(review, now)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("buckets", buckets(lines));
        return "queue";
    }

    private static Line line(Review review, Instant now) {
        var days = QueueAge.days(review.submittedAt(), now);
        return new Line(review.petitionId(), review.title(), days, QueueAge.of(days));
    }

    private static EnumMap<QueueAge, Long> buckets(List<Line> lines) {
        var buckets = new EnumMap<QueueAge, Long>(QueueAge.class);
        for (var age : QueueAge.values()) {
            buckets.put(age, lines.stream().filter(line -> line.age() == age).count());
        }
        return buckets;
    }
}
