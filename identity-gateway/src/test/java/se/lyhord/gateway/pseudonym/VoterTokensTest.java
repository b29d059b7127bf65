package se.lyhord.gateway.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.gateway.config.TestClock;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;
import se.lyhord.keyvault.FileVault;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.ShredOrderRefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VoterTokensTest {

    private static final UUID PETITION = UUID.fromString("3f2b7a10-4a51-4f0e-9c55-0d8f3a1b2c3d");
    private static final UUID OTHER = UUID.fromString("3f2b7a10-4a51-4f0e-9c55-0d8f3a1b2c3e");
    private static final PersonalIdentityNumber TOLVAN = person("191212121212");

    @TempDir private Path folder;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<String> announced = new ArrayList<>();
    private KeyVault vault;
    private VoterTokens tokens;

    @BeforeEach
    void open() throws Exception {
        Path tokenKeys = Files.createDirectory(folder.resolve("tokens"));
        RotatingKeys.generate(tokenKeys, "0001");
        vault =
                FileVault.open(
                        Files.createDirectory(folder.resolve("vault")),
                        (kid, message, signature) -> kid.equals("known"),
                        Duration.ofMillis(200));
        tokens = new VoterTokens(vault, RotatingKeys.open(tokenKeys, "HmacSHA256"), clock);
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
    }

    @Test
    void everyPartOfWhatIsHashedHasItsLength() {
        // Made by another tool: "voter/v1", 4 bytes of length, id, 4 bytes of length, number.
        assertThat(HexFormat.of().formatHex(VoterTokens.message(PETITION, "191212121212")))
                .isEqualTo(
                        "766f7465722f7631"
                                + "00000024"
                                + "33663262376131302d346135312d346630652d396335352d306438663361316232633364"
                                + "0000000c"
                                + "313931323132313231323132");
    }

    @Test
    void theTokenIsSignedForAMinute() throws Exception {
        vault.create(PETITION);

        String token = tokens.issue(PETITION, TOLVAN).text();

        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(6).startsWith("v1", "0001", PETITION.toString());
        assertThat(Long.parseLong(parts[3]))
                .isEqualTo(Instant.parse("2026-11-23T12:01:00Z").getEpochSecond());
        assertThat(Base64.getUrlDecoder().decode(parts[4])).hasSize(32);
        String signed = token.substring(0, token.lastIndexOf('.'));
        assertThat(parts[5]).isEqualTo(mac(signed));
        assertThat(token).doesNotContain("1212121212");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theTokenIsAsAgreedWithTheVotingService(int index) throws Exception {
        JsonNode vector = vectors().path("accepted").path(index);
        Path keys = Files.createDirectory(folder.resolve("agreed"));
        byte[] key = HexFormat.of().parseHex(vector.path("keyHex").asString());
        Files.writeString(
                keys.resolve(vector.path("kid").asString() + ".key"),
                Base64.getEncoder().encodeToString(key));
        Instant issued =
                Instant.ofEpochSecond(vector.path("expiresEpochSecond").asLong())
                        .minus(VoterTokens.LIFETIME);
        VoterTokens agreed =
                new VoterTokens(
                        vault, RotatingKeys.open(keys, "HmacSHA256"), new TestClock(issued));

        VoterToken token =
                agreed.sign(
                        UUID.fromString(vector.path("petitionId").asString()),
                        new VoterPseudonym(
                                HexFormat.of().parseHex(vector.path("pseudonymHex").asString())));

        assertThat(token.text()).isEqualTo(vector.path("token").asString());
    }

    private static JsonNode vectors() throws Exception {
        try (InputStream file =
                VoterTokensTest.class.getResourceAsStream("/contracts/voter-token.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }

    @Test
    void onePersonIsOnePseudonymHere_andAnotherElsewhere() {
        vault.create(PETITION);
        vault.create(OTHER);

        assertThat(pseudonym(PETITION, TOLVAN))
                .isEqualTo(pseudonym(PETITION, person("191212121212")))
                .isNotEqualTo(pseudonym(OTHER, TOLVAN))
                .isNotEqualTo(pseudonym(PETITION, person("199006022397")));
    }

    @Test
    void withoutAKeyThereIsNoToken() {
        assertThat(tokens.issue(PETITION, TOLVAN)).isNull();
    }

    @Test
    void anOpenedPetitionGetsItsKeyOnce_andIsToldOfAgain() {
        var whenOpened = new WhenPetitionOpenedThenCreatePseudonymKey(vault, announcements());

        whenOpened.create(PETITION);
        String before = pseudonym(PETITION, TOLVAN);
        whenOpened.create(PETITION);

        assertThat(pseudonym(PETITION, TOLVAN)).isEqualTo(before);
        assertThat(announced).containsExactly("created file", "created file");
    }

    @Test
    void aFinalTallyDestroysTheKeyForGood() {
        vault.create(PETITION);
        var whenFinal = new WhenTallyFinalizedThenShredPseudonymKey(vault, announcements());

        whenFinal.shred(new ShredOrder(PETITION, 3, "00", "known", new byte[64]));

        assertThat(tokens.issue(PETITION, TOLVAN)).isNull();
        assertThat(announced).containsExactly("shredded file 2");
        new WhenPetitionOpenedThenCreatePseudonymKey(vault, announcements()).create(PETITION);
        assertThat(tokens.issue(PETITION, TOLVAN)).isNull();
    }

    @Test
    void anOrderThatDoesNotVerifyDestroysNothing() {
        vault.create(PETITION);
        var whenFinal = new WhenTallyFinalizedThenShredPseudonymKey(vault, announcements());

        assertThatThrownBy(
                        () ->
                                whenFinal.shred(
                                        new ShredOrder(PETITION, 3, "00", "forged", new byte[64])))
                .isInstanceOf(ShredOrderRefusedException.class);

        assertThat(tokens.issue(PETITION, TOLVAN)).isNotNull();
        assertThat(announced).isEmpty();
    }

    private String pseudonym(UUID petition, PersonalIdentityNumber person) {
        return tokens.issue(petition, person).text().split("\\.")[4];
    }

    private String mac(String signed) throws Exception {
        byte[] key =
                Base64.getDecoder()
                        .decode(Files.readString(folder.resolve("tokens/0001.key")).strip());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private KeyAnnouncements announcements() {
        return new KeyAnnouncements() {
            @Override
            public void created(UUID petition, String vaultKind) {
                announced.add("created " + vaultKind);
            }

            @Override
            public void lost(UUID petition) {
                announced.add("lost");
            }

            @Override
            public void shredded(
                    UUID petition, String vaultKind, long vaultGeneration, boolean afterLoss) {
                announced.add(
                        "shredded "
                                + vaultKind
                                + " "
                                + vaultGeneration
                                + (afterLoss ? " lost" : ""));
            }
        };
    }

    private static PersonalIdentityNumber person(String digits) {
        return PersonalIdentityNumber.parse(
                digits, PersonalIdentityNumber.Kind.PERSONNUMMER, LocalDate.of(2026, 11, 23));
    }
}
