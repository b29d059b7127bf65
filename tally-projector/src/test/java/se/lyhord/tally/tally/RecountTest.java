package se.lyhord.tally.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {

    private static final UUID PETITION = UUID.randomUUID();
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final String LIST = "0123456789abcdef0123456789abcdef\n" + A + "\n" + B + "\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 32, 33, 34, 1000})
    void counts_and_digests_as_wc_and_sha256sum_do(int piece) {
        // printf '%s\n' 0123456789abcdef0123456789abcdef a…a b…b | sha256sum
        assertThat(recount(LIST, piece))
                .isEqualTo(
                        new FinalTally(
                                PETITION,
                                3,
                                "2464cbf4846e9c9cd8b95956b9730e930302d487bc1b01ec7fbb48aff4137d4c"));
    }

    @Test
    void an_empty_list_is_a_list() {
        assertThat(new Recount(PETITION).result())
                .isEqualTo(
                        new FinalTally(
                                PETITION,
                                0,
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void a_list_is_sorted_and_says_nothing_twice() {
        refused(B + "\n" + A + "\n", "line 2 is out of order");
        refused(A + "\n" + A + "\n", "line 2 stands there twice");
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, line 1 is cut short",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, line 1 is cut short",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA;, line 1 is no tracker",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag;, line 1 is no tracker",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;, line 1 does not end where it should",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;aa, line 1 is no tracker"
    })
    void whatever_is_no_tracker_is_refused_without_being_quoted(String list, String problem) {
        refused(list.replace(';', '\n'), problem);
    }

    private static void refused(String list, String problem) {
        assertThatThrownBy(() -> recount(list, 7))
                .isInstanceOf(ListRefused.class)
                .hasMessage(problem);
    }

    private static FinalTally recount(String list, int piece) {
        var recount = new Recount(PETITION);
        byte[] bytes = list.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += piece) {
            recount.add(bytes, at, Math.min(piece, bytes.length - at));
        }
        return recount.result();
    }
}
