package se.lyhord.petition.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.petition.config.Refusal;

class SubmissionTest {

    private static final String TITLE = "Cykelbana";
    private static final String TEXT = "Bygg en cykelbana längs Storgatan.";

    @Test
    void takesAPetitionWithNothingButTheNeeded() {
        Submission read = Submission.read(form(TITLE, TEXT, null));
        assertThat(read.title()).isEqualTo(TITLE);
        assertThat(read.petitionerName()).isNull();
        assertThat(read.email()).isNull();
    }

    @Test
    void keepsToItsLimits() {
        assertThatCode(() -> Submission.read(form("a".repeat(5), "b".repeat(20), null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Submission.read(form("å".repeat(120), "🚲".repeat(10_000), null)))
                .doesNotThrowAnyException();
        assertRefused(form("a".repeat(4), TEXT, null));
        assertRefused(form("a".repeat(121), TEXT, null));
        assertRefused(form(TITLE, "b".repeat(19), null));
        assertRefused(form(TITLE, "b".repeat(10_001), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@exempel.se", "a.b+c@sub.exempel.se", "åsa@räksmörgås.se"})
    void takesAnAddress(String email) {
        assertThat(Submission.read(form(TITLE, TEXT, email)).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@",
                "@exempel.se",
                "anna@exempel",
                "a b@exempel.se",
                "a@b@c.se",
                "a@b..se"
            })
    void refusesWhatIsNoAddress(String email) {
        assertRefused(form(TITLE, TEXT, email));
    }

    @Test
    void digestStandsForTheWholeText() {
        Submission one = Submission.read(form(TITLE, TEXT, null));
        assertThat(one.digest()).matches("[0-9a-f]{64}");
        assertThat(Submission.read(form(TITLE, TEXT, "anna@exempel.se")).digest())
                .isEqualTo(one.digest());
        assertThat(Submission.read(form(TITLE, TEXT + "!", null)).digest())
                .isNotEqualTo(one.digest());
    }

    @Test
    void neverShowsTextOrAddressInALog() {
        SubmissionForm form = form(TITLE, TEXT, "anna@exempel.se");
        assertThat(form + "" + Submission.read(form)).doesNotContain(TITLE, TEXT, "anna");
    }

    @Test
    void receiptFollowsFromTheFormsKeyAlone() {
        UUID key = UUID.randomUUID();
        assertThat(Receipt.of(key).petitionId()).isEqualTo(Receipt.of(key).petitionId());
        assertThat(Receipt.of(key).statusKey().reveal())
                .isEqualTo(Receipt.of(key).statusKey().reveal())
                .matches("[A-Za-z0-9_-]{22}");
        assertThat(Receipt.of(key).petitionId().value().version()).isEqualTo(8);
        assertThat(Receipt.of(key).petitionId().value().variant()).isEqualTo(2);
        assertThat(Receipt.of(key).toString()).doesNotContain(Receipt.of(key).statusKey().reveal());
    }

    @Test
    void everyFormGetsItsOwnReceipt() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Receipt receipt = Receipt.of(UUID.randomUUID());
            seen.add(receipt.petitionId());
            seen.add(new String(receipt.statusKey().hash(), StandardCharsets.ISO_8859_1));
        }
        assertThat(seen).hasSize(2_000);
    }

    private static SubmissionForm form(String title, String text, String email) {
        return new SubmissionForm(title, text, null, email, "sv", null);
    }

    private static void assertRefused(SubmissionForm form) {
        assertThatThrownBy(() -> Submission.read(form)).isInstanceOf(Refusal.class);
    }
}
