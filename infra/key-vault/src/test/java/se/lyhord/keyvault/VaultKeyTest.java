package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultKeyTest {

    @Test
    void a_destroyed_key_is_zeroed_and_never_used_by_mistake() {
        byte[] bytes = VaultFormat.randomKey();
        var key = VaultKey.hmacSha256(bytes);
        assertThat(key.getEncoded()).isEqualTo(bytes).isNotEqualTo(new byte[32]);
        key.destroy();
        assertThat(bytes).containsOnly(0);
        assertThatThrownBy(key::getEncoded).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new MacPool().mac(key, new byte[1]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_never_prints_itself() {
        assertThat(VaultKey.aes(VaultFormat.randomKey())).hasToString("VaultKey[redacted]");
    }
}
