package se.lyhord.moderation.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n ", "\u00a0", "\u200b\u200d", "\ufeff", "\u202e", "\u2060"})
    void whatShowsAsNothingIsNothing(String typed) {
        assertThat(Typed.text(typed)).isEmpty();
    }

    @Test
    void whatIsMeantStays() {
        assertThat(Typed.text("\u200b Rad ett\r\nrad två\ufeff ")).isEqualTo("Rad ett\nrad två");
        assertThat(Typed.text("👩\u200d🚒 och 🇸🇪")).isEqualTo("👩\u200d🚒 och 🇸🇪");
        assertThat(Typed.text(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202eb", "a\u2067b", "a\u001bb", "a\ud83db"})
    void whatReadsAsSomethingElseIsUnreadable(String text) {
        assertThat(Typed.isUnreadable(text)).isTrue();
    }

    @Test
    void otherWritingsAreReadable() {
        assertThat(Typed.isUnreadable("عربي, עברית, فارسی\u200cها 👩\u200d🚒\n\t<b>")).isFalse();
    }
}
