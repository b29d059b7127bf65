package se.lyhord.voting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.contracts.Contracts;
import se.lyhord.keyvault.RotatingKeys;
import tools.jackson.databind.JsonNode;

/** Against tokens made by another tool. */
class VoterTokensTest {

    private final JsonNode vectors = Contracts.voterTokens();

    @TempDir private Path keys;

    @BeforeEach
    void writeKeys() throws Exception {
        for (JsonNode token : vectors.get("accepted")) {
            byte[] key = HexFormat.of().parseHex(token.get("keyHex").asString());
            Files.writeString(
                    keys.resolve(token.get("kid").asString() + ".key"),
                    Base64.getEncoder().encodeToString(key));
        }
    }

    @Test
    void acceptsWhatTheGatewayMakesUntilItRunsOut() throws Exception {
        for (JsonNode token : vectors.get("accepted")) {
            Instant expires = Instant.ofEpochSecond(token.get("expiresEpochSecond").asLong());
            UUID petition = UUID.fromString(token.get("petitionId").asString());
            String header = "Voter " + token.get("token").asString();
            byte[] pseudonym = HexFormat.of().parseHex(token.get("pseudonymHex").asString());
            for (int second : new int[] {-65, -60, 0, 4}) {
                assertThat(at(expires.plusSeconds(second)).verify(header, petition).bytes())
                        .isEqualTo(pseudonym);
            }
            for (int second : new int[] {-66, 5, 3600}) {
                refuses(expires.plusSeconds(second), header, petition);
            }
            refuses(expires, header, UUID.randomUUID());
            refuses(expires, token.get("token").asString(), petition);
        }
    }

    @Test
    void refusesWhatItDoesNot() throws Exception {
        JsonNode good = vectors.get("accepted").get(0);
        Instant expires = Instant.ofEpochSecond(good.get("expiresEpochSecond").asLong());
        UUID petition = UUID.fromString(good.get("petitionId").asString());
        for (JsonNode token : vectors.get("refused")) {
            refuses(expires.minusSeconds(10), "Voter " + token.get("token").asString(), petition);
        }
        refuses(expires.minusSeconds(10), "Voter " + "v1.".repeat(300), petition);
        assertThatThrownBy(() -> at(expires).verify(null, petition))
                .isInstanceOf(VoterTokens.BadVoterToken.class);
    }

    private void refuses(Instant now, String header, UUID petition) throws Exception {
        var tokens = at(now);
        assertThatThrownBy(() -> tokens.verify(header, petition))
                .as(header)
                .isInstanceOf(VoterTokens.BadVoterToken.class);
    }

    private VoterTokens at(Instant now) throws Exception {
        return new VoterTokens(RotatingKeys.open(keys, "HmacSHA256"), InstantSource.fixed(now));
    }
}
