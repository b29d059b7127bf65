package se.lyhord.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a petition's kept events comes next. */
enum Order {
    /** One after the other; a parked one holds up all. */
    CONTIGUOUS {
        @Override
        @Nullable KeptEvent next(long position, List<KeptEvent> kept) {
            if (kept.stream().anyMatch(KeptEvent::parked)) {
                return null;
            }
            return kept.stream()
                    .filter(event -> event.number() == position + 1)
                    .findFirst()
                    .orElse(null);
        }
    },
    /** The newest that is not parked; it makes older ones needless, parked ones too. */
    LATEST_WINS {
        @Override
        @Nullable KeptEvent next(long position, List<KeptEvent> kept) {
            return kept.reversed().stream()
                    .filter(event -> event.number() > position && !event.parked())
                    .findFirst()
                    .orElse(null);
        }
    };

    abstract @Nullable KeptEvent next(long position, List<KeptEvent> kept);
}
