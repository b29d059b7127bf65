package se.lyhord.petition.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.petition.config.FieldRefusal.Code;

class FieldsTest {

    private final Fields fields = new Fields();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "   ",
                "\t\r\n",
                "\u00a0\u2003\u3000",
                "\u200b\u200c\u200d\u2060\ufeff",
                " \u200b \u00ad ",
                "\u2800\u3164"
            })
    void whatShowsNothingIsMissing(String given) {
        fields.lines("text", given, 1, 10);
        assertThat(refusals()).containsExactly(new FieldRefusal("text", Code.MISSING, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001bb",
                "a\u202eb",
                "a\u2066b",
                "a\ud800b",
                "a\u2028b"
            })
    void whatIsNoTextIsInvalid(String given) {
        fields.lines("text", given, 1, 10);
        assertThat(refusals()).containsExactly(new FieldRefusal("text", Code.INVALID, List.of()));
    }

    @Test
    void linesBelongInATextAndNotInATitle() {
        assertThat(fields.lines("text", "ett\r\ntvå\rtre\tfyra", 1, 20))
                .isEqualTo("ett\ntvå\ntre\tfyra");
        fields.line("title", "ett\ntvå", 1, 20);
        assertThat(refusals()).extracting(FieldRefusal::field).containsExactly("title");
    }

    @Test
    void stripsWhatIsAroundAndKeepsWhatIsWithin() {
        assertThat(fields.line("title", "\u200b  En  cykelbana\u00a0\ufeff", 1, 20))
                .isEqualTo("En  cykelbana");
        assertThat(fields.line("title", "👩\u200d🚒", 3, 3)).isEqualTo("👩\u200d🚒");
        assertThatCode(fields::refuseIfWrong).doesNotThrowAnyException();
    }

    @Test
    void countsCodePointsOfComposedText() {
        assertThat(fields.line("title", "🚲".repeat(5), 5, 5)).hasSize(10);
        assertThat(fields.line("title", "a\u030a".repeat(5), 5, 5)).isEqualTo("ååååå");
        assertThatCode(fields::refuseIfWrong).doesNotThrowAnyException();
    }

    @Test
    void tellsTheLimits() {
        fields.line("title", "abc", 5, 9);
        fields.line("title", "abcdefghij", 5, 9);
        assertThat(refusals())
                .containsExactly(
                        new FieldRefusal("title", Code.TOO_SHORT, List.of(5, 9)),
                        new FieldRefusal("title", Code.TOO_LONG, List.of(5, 9)));
    }

    @Test
    void leavesOutWhatMayBeLeftOut() {
        assertThat(fields.optionalLine("petitionerName", " \u200b", 80)).isNull();
        assertThatCode(fields::refuseIfWrong).doesNotThrowAnyException();
        fields.optionalLine("petitionerName", "x".repeat(81), 80);
        assertThat(refusals()).extracting(FieldRefusal::code).containsExactly(Code.TOO_LONG);
    }

    private List<FieldRefusal> refusals() {
        return catchThrowableOfType(Refusal.class, fields::refuseIfWrong).fields();
    }
}
