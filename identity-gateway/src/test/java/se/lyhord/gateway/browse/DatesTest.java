package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a page says of a deadline, in the nights when Swedish clocks change. */
class DatesTest {

    @AfterEach
    void noLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest(name = "{0} is shown as {1} kl. {2}")
    @CsvSource({
        "2027-03-28T00:59:00Z, 28 mars 2027, 01.59",
        // The next minute: 02.00 to 02.59 are left out.
        "2027-03-28T01:00:00Z, 28 mars 2027, 03.00",
        "2027-03-28T21:59:00Z, 28 mars 2027, 23.59",
        "2027-10-30T23:59:00Z, 31 oktober 2027, 01.59",
        // 02.00 to 02.59 come twice.
        "2027-10-31T00:30:00Z, 31 oktober 2027, 02.30 (sommartid)",
        "2027-10-31T01:30:00Z, 31 oktober 2027, 02.30 (vintertid)",
        "2027-10-31T02:00:00Z, 31 oktober 2027, 03.00",
        "2027-10-31T22:59:00Z, 31 oktober 2027, 23.59",
    })
    void aDeadlineIsShownAsSwedishClocksShowIt(Instant deadline, String day, String time) {
        LocaleContextHolder.setLocale(Locale.of("sv"));
        Dates dates = at(Instant.parse("2027-01-01T12:00:00Z"));
        assertThat(dates.day(deadline)).isEqualTo(day);
        assertThat(dates.time(deadline)).isEqualTo(time);
    }

    @Test
    void whichOfTwoIsSaidInEnglishToo() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(at(Instant.EPOCH).time(Instant.parse("2027-10-31T01:30:00Z")))
                .isEqualTo("02:30 (winter time)");
    }

    /** Days are counted on the calendar: not in hours, of which one day has 23 and one 25. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-27T22:30:00Z, 2027-03-28T21:59:00Z, 1 dag kvar",
        "2027-03-28T10:00:00Z, 2027-03-28T21:59:00Z, Stänger i dag kl. 23.59",
        "2027-10-30T22:30:00Z, 2027-10-31T22:59:00Z, Stänger i dag kl. 23.59",
        "2027-10-30T10:00:00Z, 2027-10-31T22:59:00Z, 1 dag kvar",
        "2027-10-31T00:29:59Z, 2027-10-31T00:30:00Z, Stänger i dag kl. 02.30 (sommartid)",
        "2027-10-31T00:30:00Z, 2027-10-31T00:30:00Z, Röstningen har stängt",
        "2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z, Stänger i dag kl. 02.30 (vintertid)",
    })
    void whatIsLeftEndsAtTheDeadline(Instant now, Instant deadline, String left) {
        LocaleContextHolder.setLocale(Locale.of("sv"));
        assertThat(at(now).left(deadline)).isEqualTo(left);
    }

    private static Dates at(Instant now) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return new Dates(Clock.fixed(now, ZoneOffset.UTC), texts);
    }
}
