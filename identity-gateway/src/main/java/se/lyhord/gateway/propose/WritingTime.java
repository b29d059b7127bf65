package se.lyhord.gateway.propose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.Sealer;

/**
 * When a form was opened, sealed in the form itself: for browsers without a script, which can do no
 * work. A person takes longer to write than a program does.
 */
@Component
class WritingTime {

    private static final String PURPOSE = "proposal";
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Sealer sealer;
    private final Clock clock;
    private final Duration shortest;

    /**
     * @param shortest in which nobody writes a proposal
     */
    WritingTime(
            Sealer sealer,
            Clock clock,
            @Value("${lyhord.proposals.shortest-writing}") Duration shortest) {
        this.sealer = sealer;
        this.clock = clock;
        this.shortest = shortest;
    }

    /** The mark of this form: the one it has, or a new one that begins now. */
    String mark(UUID form, @Nullable String mark) {
        return mark != null && opened(form, mark) != null
                ? mark
                : sealer.seal(PURPOSE, form.toString(), LIFETIME);
    }

    /** Whether this form was opened long enough ago, and not too long. */
    boolean isLongEnough(UUID form, @Nullable String mark) {
        Instant opened = opened(form, mark);
        return opened != null && !clock.instant().isBefore(opened.plus(shortest));
    }

    private @Nullable Instant opened(UUID form, @Nullable String mark) {
        Sealer.Opened opened = sealer.open(PURPOSE, mark);
        return opened != null && opened.text().equals(form.toString())
                ? opened.expiresAt().minus(LIFETIME)
                : null;
    }
}
