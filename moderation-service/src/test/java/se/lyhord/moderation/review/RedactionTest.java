package se.lyhord.moderation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.moderation.review.Redaction.Field;

class RedactionTest {

    private static final PetitionText TEXT =
            new PetitionText(
                    UUID.randomUUID(), 1, "Ring Maj", "Maj har 070-174 06 05.", null, "sv");

    @Test
    void aPlaceIsReadAsItIsNamed() {
        var place = new Redaction(Field.TEXT, 8, 21, RedactionKind.PHONE);
        assertThat(place.code()).isEqualTo("TEXT:8-21:PHONE");
        assertThat(Redaction.parse(place.code())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TEXT",
                "TEXT:8-21",
                "NOTE:8-21:PHONE",
                "TEXT:8-8:PHONE",
                "TEXT:21-8:PHONE",
                "TEXT:8-21:PHONE ",
                "TEXT:8-21:COLOUR",
                "TEXT:-1-2:PHONE",
                "TEXT:1-999999:PHONE"
            })
    void whatNamesNoPlaceIsNone(String code) {
        assertThat(Redaction.parse(code)).isNull();
    }

    @Test
    void thereIsNoPlaceBackwards() {
        assertThatThrownBy(() -> new Redaction(Field.TEXT, 3, 3, RedactionKind.NAME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesFitWhenTheyAreInsideAndApart() {
        var name = new Redaction(Field.TITLE, 5, 8, RedactionKind.NAME);
        var sameIndexes = new Redaction(Field.TEXT, 5, 8, RedactionKind.NAME);
        var phone = new Redaction(Field.TEXT, 8, 21, RedactionKind.PHONE);
        assertThat(Redaction.fit(List.of(name, sameIndexes, phone), TEXT)).isTrue();
        assertThat(
                        Redaction.fit(
                                List.of(new Redaction(Field.TITLE, 5, 9, RedactionKind.NAME)),
                                TEXT))
                .isFalse();
        assertThat(
                        Redaction.fit(
                                List.of(
                                        phone,
                                        new Redaction(Field.TEXT, 20, 22, RedactionKind.OTHER)),
                                TEXT))
                .isFalse();
    }

    @Test
    void aMachineSuggestsWhatItFinds() {
        assertThat(Redaction.suggestions(TEXT))
                .containsExactly(new Redaction(Field.TEXT, 8, 21, RedactionKind.PHONE));
    }
}
