package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says above the page when it shows what was read earlier, because a service is away. */
@Component
class Freshness {

    private final MessageSource texts;
    private final Dates dates;

    Freshness(MessageSource texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    /** Marks the page with the oldest of the given times; nulls are fresh. */
    void mark(Model model, @Nullable Instant... staleSince) {
        Stream.of(staleSince)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresent(
                        oldest ->
                                model.addAttribute(
                                        "banner",
                                        texts.getMessage(
                                                "page.stale",
                                                new Object[] {
                                                    dates.time(oldest), dates.day(oldest)
                                                },
                                                LocaleContextHolder.getLocale())));
    }
}
