package se.lyhord.gateway.browse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates in words, in the reader's language and Swedish time. */
@Component("dates")
public class Dates {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Clock clock;
    private final MessageSource texts;

    Dates(Clock clock, MessageSource texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** Such as 3 mars 2026. */
    public String day(Instant time) {
        return day(dayOf(time));
    }

    /** Such as 3 mars 2026. */
    public String day(LocalDate day) {
        return format("d MMMM yyyy", day);
    }

    /** Such as 1 juni, for days that are near. */
    public String shortDay(Instant time) {
        return shortDay(dayOf(time));
    }

    /** Such as 1 juni, for days that are near. */
    public String shortDay(LocalDate day) {
        return format("d MMMM", day);
    }

    /** The day in Sweden. */
    public LocalDate dayOf(Instant time) {
        return time.atZone(SWEDEN).toLocalDate();
    }

    /** Such as måndag 1 juni. */
    public String weekday(Instant time) {
        return format("EEEE d MMMM", time.atZone(SWEDEN));
    }

    /** Such as 23.59, without kl.; says which one if Swedish clocks show it twice that night. */
    public String time(Instant time) {
        ZonedDateTime there = time.atZone(SWEDEN);
        String shown = format(text("dates.time"), there);
        if (SWEDEN.getRules().getValidOffsets(there.toLocalDateTime()).size() == 1) {
            return shown;
        }
        boolean summer = SWEDEN.getRules().isDaylightSavings(time);
        return text(summer ? "dates.time.summer" : "dates.time.winter", shown);
    }

    /** How long is left to vote, such as 48 dagar kvar. */
    public String left(Instant closes) {
        long days = ChronoUnit.DAYS.between(today(), dayOf(closes));
        if (!closes.isAfter(clock.instant())) {
            return text("dates.closed");
        }
        return days == 0 ? text("dates.closes-today", time(closes)) : text("dates.left", days);
    }

    /** Whether it closes within a week, so that it says so in colour. */
    public boolean soon(@Nullable Instant closes) {
        return closes != null
                && closes.isAfter(clock.instant())
                && ChronoUnit.DAYS.between(today(), dayOf(closes)) <= 7;
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private static String format(String pattern, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale()).format(when);
    }
}
