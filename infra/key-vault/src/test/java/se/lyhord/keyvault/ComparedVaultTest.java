package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparedVaultTest extends KeyVaultConformance {

    private static final KeysTold NOTHING = new KeysTold(Set.of(), Map.of(), Set.of());

    private final MemoryVault.Shared shared = new MemoryVault.Shared();
    private final MemoryVault inside = new MemoryVault(shared, (kid, message, signature) -> true);

    @Override
    KeyVault open() {
        ComparedVault vault = new ComparedVault(new MemoryVault(shared, orderKeys));
        vault.compare(NOTHING);
        return vault;
    }

    private ComparedVault fresh() {
        return new ComparedVault(inside);
    }

    @Test
    void before_the_comparison_nothing_is_created_or_used() {
        inside.create(petition);
        ComparedVault vault = fresh();
        assertThatThrownBy(() -> vault.hmac(petition, MESSAGE))
                .isInstanceOf(VaultUnavailableException.class);
        assertThatThrownBy(() -> vault.create(other)).isInstanceOf(VaultUnavailableException.class);
        assertThat(inside.holds(other)).isFalse();
        assertThat(vault.hasAgreed()).isFalse();
    }

    @Test
    void a_vault_that_knows_all_that_was_told_agrees() {
        inside.create(petition);
        inside.create(other);
        inside.shred(order(other));
        ComparedVault vault = fresh();
        var told = new KeysTold(Set.of(petition, other), Map.of(other, 2L), Set.of(other));
        assertThat(vault.compare(told).agrees()).isTrue();
        assertThat(vault.hmac(petition, MESSAGE)).isInstanceOf(Hmac.Mac.class);
    }

    @Test
    void an_empty_vault_gives_no_second_key_until_the_first_is_declared_lost() {
        ComparedVault vault = fresh();
        var told = new KeysTold(Set.of(petition), Map.of(), Set.of());
        assertThat(vault.compare(told).missing()).containsExactly(petition);
        assertThatThrownBy(() -> vault.create(petition))
                .isInstanceOf(VaultUnavailableException.class);

        vault.declareLost(petition);
        assertThat(vault.compare(told).agrees()).isTrue();
        assertThat(vault.create(petition)).isEqualTo(Creation.LOST);
        assertThat(vault.create(other)).isEqualTo(Creation.CREATED);
    }

    @Test
    void a_vault_from_before_a_shredding_is_used_only_after_the_order_was_carried_out_again() {
        inside.create(petition);
        ComparedVault vault = fresh();
        var told = new KeysTold(Set.of(petition), Map.of(petition, 2L), Set.of());
        assertThat(vault.compare(told).unshredded()).containsExactly(petition);
        assertThatThrownBy(() -> vault.hmac(petition, MESSAGE))
                .isInstanceOf(VaultUnavailableException.class);

        vault.shred(order(petition));
        assertThat(vault.compare(told).agrees()).isTrue();
        assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
    }

    @Test
    void a_certificate_alone_says_that_the_vault_is_older() {
        inside.create(petition);
        var told = new KeysTold(Set.of(petition), Map.of(), Set.of(petition));
        assertThat(fresh().compare(told).unshredded()).containsExactly(petition);
    }

    @Test
    void a_vault_of_a_lower_generation_than_was_told_does_not_agree() {
        UUID third = UUID.randomUUID();
        inside.shred(order(third));
        var comparison = fresh().compare(new KeysTold(Set.of(), Map.of(third, 3L), Set.of()));
        assertThat(comparison.unshredded()).isEmpty();
        assertThat(comparison.generation()).isEqualTo(2);
        assertThat(comparison.generationTold()).isEqualTo(3);
        assertThat(comparison.agrees()).isFalse();
    }

    @Test
    void what_is_told_later_of_a_vault_in_use_does_not_take_it_out_of_use() {
        ComparedVault vault = fresh();
        vault.compare(NOTHING);
        vault.compare(new KeysTold(Set.of(petition), Map.of(), Set.of()));
        assertThat(vault.hasAgreed()).isTrue();
    }
}
