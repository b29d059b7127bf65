package se.lyhord.tally.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ClosingCertificateTest {

    private static final FinalTally RESULT =
            new FinalTally(
                    UUID.fromString("6f1b0a52-3f43-4c0e-9d7c-0d7c9f7b2a11"), 412, "ab".repeat(32));
    private static final ShreddedKey SALT = new ShreddedKey("file", 4);
    private static final ShreddedKey PSEUDONYM_KEY = new ShreddedKey("file", 7);

    @Test
    void its_bytes_never_change() {
        assertThat(new String(certificate("c1").bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {
                          "format": "lyhord/closing-certificate/v1",
                          "petitionId": "6f1b0a52-3f43-4c0e-9d7c-0d7c9f7b2a11",
                          "count": 412,
                          "digest": "abababababababababababababababababababababababababababababababab",
                          "ballotBox": {"vaultKind": "file", "vaultGeneration": 4},
                          "pseudonymKey": {"vaultKind": "file", "vaultGeneration": 7},
                          "day": "2026-11-23",
                          "kid": "c1"
                        }
                        """);
    }

    @Test
    void is_json() {
        var json = JsonMapper.builder().build().readTree(certificate("c1").bytes());
        assertThat(json.get("ballotBox").get("vaultGeneration").asLong()).isEqualTo(4);
        assertThat(json.get("kid").asString()).isEqualTo("c1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a b", "å"})
    void takes_nothing_that_would_break_it(String text) {
        assertThatThrownBy(() -> certificate(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShreddedKey(text, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ClosingCertificate certificate(String kid) {
        return new ClosingCertificate(RESULT, SALT, PSEUDONYM_KEY, LocalDate.of(2026, 11, 23), kid);
    }
}
