package se.lyhord.petition.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.se", "anna.o'neil+x@mail.example.se", "1_2@xn--kping-lua.se"})
    void takesAnAddress(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "@b.se",
                "a@b..se",
                ".a@b.se",
                "a b@c.se",
                "a@b.se\nBcc: c@d.se",
                "a@b.se,c@d.se",
                "a@b.se (c)",
                "\"a\"@b.se",
                "<a@b.se>",
                "a@[127.0.0.1]",
                "a@-b.se",
                "å@b.se"
            })
    void takesNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress(text))
                .withMessage("not an e-mail address");
    }

    @Test
    void neverShowsItself() {
        assertThat(new EmailAddress("anna@example.se").toString()).doesNotContain("anna");
    }
}
