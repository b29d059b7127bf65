package se.lyhord.moderation.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are the Swedish Tax Agency's test numbers, or cannot exist. */
class PersonalDataFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hon är 19900118-9811 enligt passet.|19900118-9811|PERSONAL_IDENTITY_NUMBER",
                "Hon är 900118-9811.|900118-9811|PERSONAL_IDENTITY_NUMBER",
                "Hon är 199001189811.|199001189811|PERSONAL_IDENTITY_NUMBER",
                "Hon är 9001189811.|9001189811|PERSONAL_IDENTITY_NUMBER",
                "Fel sista siffra 900118-9812 ändå.|900118-9812|PERSONAL_IDENTITY_NUMBER",
                "Samordning 900178-9811 finns.|900178-9811|PERSONAL_IDENTITY_NUMBER",
                "Ring 070-174 06 05 i kväll.|070-174 06 05|PHONE",
                "Ring 0701740605 i kväll.|0701740605|PHONE",
                "Ring +46 70 174 06 05!|+46 70 174 06 05|PHONE",
                "Växel (08-465 004 00).|08-465 004 00|PHONE",
                "Skriv till maj.ek@ekeby.example, tack.|maj.ek@ekeby.example|EMAIL"
            })
    void isFound(String text, String what, RedactionKind kind) {
        assertThat(PersonalDataFinder.find(text))
                .singleElement()
                .satisfies(
                        hint -> {
                            assertThat(hint.in(text)).isEqualTo(what);
                            assertThat(hint.kind()).isEqualTo(kind);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bygg 12 bänkar för 150 000 kronor till 2027-05-01.",
                "Diarienummer KS 2026/0412 och TN 2026/0301.",
                "Det kostar 1 234 567 890 kronor.",
                "Stig Lindberg och Rosa Parks ritade Rosa huset.",
                "Mellan kl. 07.00 och 18.00, alltså 11 timmar.",
                "Organisationsnummer 212000-0142.",
                "Följ @ekeby på nätet."
            })
    void isLeftAlone(String text) {
        assertThat(PersonalDataFinder.find(text)).isEmpty();
    }

    @Test
    void severalAreFoundInOrderWithNoneOverAnother() {
        var text = "Mejla a@b.example eller ring 070-174 06 05, inte 900118-9811.";
        assertThat(PersonalDataFinder.find(text))
                .extracting(PersonalDataHint::kind)
                .containsExactly(
                        RedactionKind.EMAIL,
                        RedactionKind.PHONE,
                        RedactionKind.PERSONAL_IDENTITY_NUMBER);
    }

    @Test
    void aLongTextIsReadInNoTime() {
        var text = "0 1 2 3 4 5 6 7 8 9 ".repeat(500);
        assertThat(PersonalDataFinder.find(text)).hasSizeLessThan(1000);
    }
}
