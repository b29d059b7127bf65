package se.lyhord.gateway.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber.Kind;

class PersonalIdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(strings = {"191212121212", "199006022397", "199107172380", "200001052380"})
    void aTestPersonnummerIsRead(String text) {
        PersonalIdentityNumber number = personnummer(text);

        assertThat(number).isNotNull();
        assertThat(number.digits()).isEqualTo(text);
        assertThat(number.kind()).isEqualTo(Kind.PERSONNUMMER);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "199006022396", // check digit
                "199013022391", // month
                "199002302393", // day
                "9006022397", // ten digits
                "19900602-2397",
                "199006022397 ",
                "1990060223977",
                "19900602239x",
                "١٩٩٠٠٦٠٢٢٣٩٧", // digits, but not ours
                "197010632391", // a samordningsnummer
                "202611242384" // born tomorrow
            })
    void anythingElseIsNot(String text) {
        assertThat(personnummer(text)).isNull();
    }

    @Test
    void aSamordningsnummerHasSixtyAddedToTheDay() {
        PersonalIdentityNumber number =
                PersonalIdentityNumber.parse("197010632391", Kind.SAMORDNINGSNUMMER, TODAY);

        assertThat(number).isNotNull();
        assertThat(number.ageOn(LocalDate.of(2026, 10, 2))).isEqualTo(55);
        assertThat(number.ageOn(LocalDate.of(2026, 10, 3))).isEqualTo(56);
    }

    @Test
    void aPersonnummerIsNoSamordningsnummer() {
        assertThat(PersonalIdentityNumber.parse("199006022397", Kind.SAMORDNINGSNUMMER, TODAY))
                .isNull();
    }

    @Test
    void theNumberIsNotInTheText() {
        assertThat(personnummer("191212121212")).asString().doesNotContain("1212");
    }

    @ParameterizedTest
    @CsvSource({
        // Midnight in Sweden is an hour or two earlier in UTC.
        "2030-01-09T22:59:59Z, 13, false",
        "2030-01-09T23:00:00Z, 13, true",
        "2026-11-23T12:00:00Z, 10, false",
        "2026-11-23T12:00:00Z, 9, true"
    })
    void theMinimumAgeIsReachedOnTheBirthdayInSweden(Instant now, int years, boolean reached) {
        PersonalIdentityNumber child = personnummer("201701102384");

        assertThat(new MinimumAge(years).isReachedBy(child, now)).isEqualTo(reached);
    }

    private static PersonalIdentityNumber personnummer(String text) {
        return PersonalIdentityNumber.parse(text, Kind.PERSONNUMMER, TODAY);
    }
}
