package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every key vault does. A vault that does nothing, or gets or creates, fails it. */
abstract class KeyVaultConformance {

    static final byte[] MESSAGE = "a pseudonym".getBytes(StandardCharsets.UTF_8);
    static final String DIGEST = "ab".repeat(32);

    final SigningKey.Generated signer = SigningKey.generate("2026-11");
    final ShredOrderKeys orderKeys =
            PublicKeyHistory.startingWith("2026-11", signer.publicKey())::verifies;
    final UUID petition = UUID.randomUUID();
    final UUID other = UUID.randomUUID();

    /** One more instance on the same keys, with a lease short enough to wait for. */
    abstract KeyVault open() throws Exception;

    @Test
    void an_unknown_petition_has_no_key_and_gets_none_by_being_asked_for() throws Exception {
        try (KeyVault vault = open()) {
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Unknown());
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Unknown());
            assertThat(vault.holds(petition)).isFalse();
        }
    }

    @Test
    void a_key_is_created_once() throws Exception {
        try (KeyVault vault = open()) {
            assertThat(vault.create(petition)).isEqualTo(Creation.CREATED);
            byte[] before = mac(vault, petition);
            assertThat(vault.create(petition)).isEqualTo(Creation.ALREADY_THERE);
            assertThat(mac(vault, petition)).isEqualTo(before).hasSize(32);
            assertThat(vault.holds(petition)).isTrue();
        }
    }

    @Test
    void petitions_have_different_keys_and_messages_different_macs() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            vault.create(other);
            assertThat(mac(vault, petition)).isNotEqualTo(mac(vault, other));
            assertThat(vault.hmac(petition, new byte[] {1})).isInstanceOf(Hmac.Mac.class);
            assertThat(((Hmac.Mac) vault.hmac(petition, new byte[] {1})).bytes())
                    .isNotEqualTo(mac(vault, petition));
        }
    }

    @Test
    void a_key_outlives_its_instance() throws Exception {
        byte[] before;
        try (KeyVault vault = open()) {
            vault.create(petition);
            before = mac(vault, petition);
        }
        try (KeyVault vault = open()) {
            assertThat(mac(vault, petition)).isEqualTo(before);
            assertThat(vault.create(petition)).isEqualTo(Creation.ALREADY_THERE);
        }
    }

    @Test
    void instances_share_keys() throws Exception {
        try (KeyVault first = open();
                KeyVault second = open()) {
            assertThat(second.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Unknown());
            first.create(petition);
            assertThat(mac(second, petition)).isEqualTo(mac(first, petition));
            assertThat(second.create(petition)).isEqualTo(Creation.ALREADY_THERE);
        }
    }

    @Test
    void instances_that_race_to_create_end_with_one_key() throws Exception {
        try (KeyVault first = open();
                KeyVault second = open();
                var threads = Executors.newFixedThreadPool(8)) {
            var racers =
                    IntStream.range(0, 8)
                            .mapToObj(n -> n % 2 == 0 ? first : second)
                            .map(vault -> (Callable<Creation>) () -> vault.create(petition))
                            .toList();
            var creations = threads.invokeAll(racers).stream().map(Future::resultNow).toList();
            assertThat(creations).containsOnlyOnce(Creation.CREATED);
            assertThat(mac(first, petition)).isEqualTo(mac(second, petition));
        }
    }

    @Test
    void a_shredded_key_is_gone_for_good() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            vault.create(other);
            byte[] kept = mac(vault, other);
            Shredding shredding = vault.shred(order(petition));

            assertThat(shredding).isEqualTo(new Shredding(vault.kind(), vault.generation()));
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
            assertThat(vault.create(petition)).isEqualTo(Creation.SHREDDED);
            assertThat(vault.holds(petition)).isFalse();
            assertThat(vault.tombstones()).isEqualTo(Set.of(petition));
            assertThat(mac(vault, other)).isEqualTo(kept);
        }
        try (KeyVault vault = open()) {
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
            assertThat(vault.create(petition)).isEqualTo(Creation.SHREDDED);
            assertThat(vault.tombstones()).isEqualTo(Set.of(petition));
        }
    }

    @Test
    void shredding_again_gives_the_same_answer() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            Shredding first = vault.shred(order(petition));
            vault.shred(order(other));
            assertThat(vault.shred(order(petition))).isEqualTo(first);
        }
    }

    @Test
    void every_shredding_is_a_generation() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            long before = vault.generation();
            assertThat(vault.shred(order(petition)).generation()).isEqualTo(before + 1);
            assertThat(vault.shred(order(other)).generation()).isEqualTo(before + 2);
        }
    }

    @Test
    void a_petition_without_a_key_can_be_shredded_and_then_never_gets_one() throws Exception {
        try (KeyVault vault = open()) {
            vault.shred(order(petition));
            assertThat(vault.create(petition)).isEqualTo(Creation.SHREDDED);
        }
    }

    @Test
    void no_other_instance_uses_a_key_after_its_shredding_has_been_told() throws Exception {
        try (KeyVault first = open();
                KeyVault second = open()) {
            first.create(petition);
            mac(second, petition);
            first.shred(order(petition));
            assertThat(second.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
    }

    @Test
    void an_order_that_does_not_verify_destroys_nothing() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            ShredOrder signed = order(petition);
            var forSomethingElse =
                    new ShredOrder(petition, 8, DIGEST, signed.kid(), signed.signature());
            var byNobody = new ShredOrder(petition, 7, DIGEST, "unknown", signed.signature());
            assertThatThrownBy(() -> vault.shred(forSomethingElse))
                    .isInstanceOf(ShredOrderRefusedException.class);
            assertThatThrownBy(() -> vault.shred(byNobody))
                    .isInstanceOf(ShredOrderRefusedException.class);
            assertThat(vault.holds(petition)).isTrue();
        }
    }

    @Test
    void a_lost_key_is_declared_once_and_never_comes_back() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(other);
            byte[] kept = mac(vault, other);
            assertThat(vault.declareLost(petition)).isEqualTo(Loss.DECLARED);
            long generation = vault.generation();
            assertThat(vault.declareLost(petition)).isEqualTo(Loss.DECLARED);
            assertThat(vault.generation()).isEqualTo(generation);
            assertThat(mac(vault, other)).isEqualTo(kept);
        }
        try (KeyVault vault = open()) {
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Lost());
            assertThat(vault.create(petition)).isEqualTo(Creation.LOST);
            assertThat(vault.holds(petition)).isFalse();
            assertThat(vault.lost()).isEqualTo(Set.of(petition));
            assertThat(vault.tombstones()).isEmpty();
        }
    }

    @Test
    void a_key_that_is_there_or_destroyed_is_not_lost() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            byte[] before = mac(vault, petition);
            assertThat(vault.declareLost(petition)).isEqualTo(Loss.KEY_IS_THERE);
            assertThat(mac(vault, petition)).isEqualTo(before);
            vault.shred(order(petition));
            assertThat(vault.declareLost(petition)).isEqualTo(Loss.SHREDDED);
            assertThat(vault.lost()).isEmpty();
        }
    }

    @Test
    void a_lost_key_is_shredded_on_order_like_any_other() throws Exception {
        try (KeyVault vault = open()) {
            vault.declareLost(petition);
            long before = vault.generation();
            assertThat(vault.shred(order(petition)).generation()).isEqualTo(before + 1);
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
            assertThat(vault.create(petition)).isEqualTo(Creation.SHREDDED);
            assertThat(vault.tombstones()).isEqualTo(Set.of(petition));
        }
        try (KeyVault vault = open()) {
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
    }

    @Test
    void a_closed_vault_answers_nothing() throws Exception {
        KeyVault vault = open();
        vault.create(petition);
        vault.close();
        assertThatThrownBy(() -> vault.hmac(petition, MESSAGE))
                .isInstanceOf(VaultUnavailableException.class);
    }

    @Test
    void nothing_prints_a_mac() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
            String secret = HexFormat.of().formatHex(mac(vault, petition));
            assertThat(vault.hmac(petition, MESSAGE).toString()).doesNotContain(secret);
        }
    }

    ShredOrder order(UUID of) {
        byte[] signature = signer.signingKey().sign(ShredOrder.bytesToSign(of, 7, DIGEST));
        return new ShredOrder(of, 7, DIGEST, "2026-11", signature);
    }

    static byte[] mac(KeyVault vault, UUID of) {
        return ((Hmac.Mac) vault.hmac(of, MESSAGE)).bytes();
    }
}
