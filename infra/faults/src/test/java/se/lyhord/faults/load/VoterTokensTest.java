package se.lyhord.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import tools.jackson.databind.JsonNode;

class VoterTokensTest {

    @Test
    void areThoseOfTheContract() {
        for (JsonNode accepted : Contracts.voterTokens().get("accepted")) {
            byte[] key = HexFormat.of().parseHex(accepted.get("keyHex").asString());
            assertThat(
                            VoterTokens.token(
                                    accepted.get("kid").asString(),
                                    new SecretKeySpec(key, "HmacSHA256"),
                                    UUID.fromString(accepted.get("petitionId").asString()),
                                    accepted.get("expiresEpochSecond").asLong(),
                                    HexFormat.of()
                                            .parseHex(accepted.get("pseudonymHex").asString())))
                    .isEqualTo(accepted.get("token").asString());
        }
    }
}
