package se.lyhord.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.exchange.IncomingEvent;
import se.lyhord.exchange.TryAgainLater;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;
import se.lyhord.gateway.pseudonym.KeyAnnouncements;
import se.lyhord.gateway.pseudonym.KeysToldBefore;
import se.lyhord.gateway.pseudonym.VoterTokens;
import se.lyhord.keyvault.DeclareLost;
import se.lyhord.keyvault.FileVault;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.keyvault.VaultUnavailableException;

/**
 * A gateway that comes back with a vault from an old copy: one petition's key has been certified to
 * be destroyed since, another's was made since.
 */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class VaultComparedTest {

    private static final UUID CERTIFIED = UUID.randomUUID();
    private static final UUID MADE_SINCE = UUID.randomUUID();
    private static final UUID OPEN = UUID.randomUUID();
    private static final Set<UUID> LOST = ConcurrentHashMap.newKeySet();
    private static final Duration LEASE = Duration.ofMillis(50);
    private static final SigningKey.Generated SIGNER = SigningKey.generate("1");

    @TempDir private static Path folder;

    @Value("${local.management.port}")
    private int managementPort;

    @Autowired private KeyVault vault;
    @Autowired private VoterTokens tokens;
    @Autowired private Consumer<Message<byte[]>> petitionEvents;
    @Autowired private Consumer<Message<byte[]>> tallyEvents;

    @TestConfiguration
    static class Others {

        @Bean
        @Primary
        KeysToldBefore told() {
            return () ->
                    new KeysTold(
                            Set.of(CERTIFIED, MADE_SINCE, OPEN),
                            Map.of(CERTIFIED, 2L),
                            Set.of(CERTIFIED));
        }

        @Bean
        @Primary
        KeyAnnouncements announcements() {
            return new KeyAnnouncements() {
                @Override
                public void created(UUID petition, String vaultKind) {}

                @Override
                public void lost(UUID petition) {
                    LOST.add(petition);
                }

                @Override
                public void shredded(
                        UUID petition, String vaultKind, long vaultGeneration, boolean afterLoss) {}
            };
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws Exception {
        for (String keys : new String[] {"session", "voter-token"}) {
            RotatingKeys.generate(Files.createDirectories(folder.resolve(keys)), "0001");
            registry.add("lyhord." + keys + ".directory", () -> folder.resolve(keys).toString());
        }
        PublicKeyHistory.startingWith("1", SIGNER.publicKey()).write(folder.resolve("orders"));
        registry.add("lyhord.shred-order.keys", () -> folder.resolve("orders").toString());
        try (var old =
                FileVault.open(
                        Files.createDirectories(folder.resolve("vault")),
                        (kid, message, signature) -> false,
                        LEASE)) {
            old.create(CERTIFIED);
            old.create(OPEN);
        }
        registry.add("lyhord.vault.directory", () -> folder.resolve("vault").toString());
        registry.add("lyhord.vault.lease", LEASE::toString);
        registry.add("lyhord.vault.compare-again", () -> "50ms");
        registry.add(
                "spring.security.oauth2.client.registration.eid.client-secret", () -> "secret");
        registry.add("spring.cloud.stream.kafka.binder.brokers", () -> "127.0.0.1:1");
        registry.add("management.server.port", () -> 0);
    }

    @Test
    void nobodyVotesAndNothingIsReadyBeforeTheVaultIsSetRight() throws Exception {
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(health("liveness")).isEqualTo(200);
        assertThatThrownBy(() -> tokens.issue(CERTIFIED, person()))
                .isInstanceOf(VaultUnavailableException.class);
        Message<byte[]> opened = event("petitions", "PetitionOpened", MADE_SINCE, "{%s}");
        assertThatThrownBy(() -> petitionEvents.accept(opened)).isInstanceOf(TryAgainLater.class);
        assertThat(vault.holds(MADE_SINCE)).isFalse();

        tallyEvents.accept(event("tally", "TallyFinalized", CERTIFIED, order()));
        assertThat(vault.tombstones()).containsExactly(CERTIFIED);
        Thread.sleep(300);
        assertThat(health("readiness")).isEqualTo(503);

        DeclareLost command = new DeclareLost(folder.resolve("vault"), LEASE);
        assertThat(command.note(MADE_SINCE, "anna")).isEqualTo(DeclareLost.Outcome.NOTED);
        assertThat(command.confirm(MADE_SINCE, "berit")).isEqualTo(DeclareLost.Outcome.DECLARED);
        for (int n = 0; n < 100 && health("readiness") != 200; n++) {
            Thread.sleep(50);
        }
        assertThat(health("readiness")).isEqualTo(200);
        assertThat(tokens.issue(OPEN, person())).isNotNull();
        assertThat(tokens.issue(CERTIFIED, person())).isNull();
        assertThat(tokens.issue(MADE_SINCE, person())).isNull();
        petitionEvents.accept(opened);
        assertThat(tokens.issue(MADE_SINCE, person())).isNull();
        assertThat(LOST).containsExactly(MADE_SINCE);
    }

    private static String order() {
        String digest = "ab".repeat(32);
        byte[] signature = SIGNER.signingKey().sign(ShredOrder.bytesToSign(CERTIFIED, 3, digest));
        return "{%s,\"count\":3,\"digest\":\""
                + digest
                + "\",\"kid\":\"1\",\"signature\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature)
                + "\"}";
    }

    private static Message<byte[]> event(String topic, String name, UUID petition, String body) {
        String json = body.formatted("\"petitionId\":\"" + petition + "\"");
        return IncomingEvent.of(topic, name, petition, 1, json.getBytes());
    }

    private static PersonalIdentityNumber person() {
        return PersonalIdentityNumber.parse(
                "191212121212", PersonalIdentityNumber.Kind.PERSONNUMMER, LocalDate.of(2026, 1, 1));
    }

    private int health(String group) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/" + group);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
