package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk, or somebody, has changed is refused whole, and left as it is. */
class DamagedVaultTest {

    @TempDir Path directory;
    private final UUID alive = UUID.randomUUID();
    private final UUID dead = UUID.randomUUID();

    @BeforeEach
    void a_vault_with_something_of_everything() {
        try (FileVault vault = open()) {
            vault.create(alive);
            vault.create(dead);
            vault.shred(new ShredOrder(dead, 1, "digest", "kid", new byte[64]));
            vault.declareLost(UUID.randomUUID());
        }
    }

    private FileVault open() {
        return FileVault.open(directory, (kid, message, signature) -> true, Duration.ofMillis(1));
    }

    @Test
    void every_bit_of_vault_and_root_counts() throws Exception {
        for (String name : new String[] {"vault.3", "root.3"}) {
            byte[] whole = Files.readAllBytes(directory.resolve(name));
            for (int bit = 0; bit < 8 * whole.length; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                refused(name, flipped);
            }
            Files.write(directory.resolve(name), whole);
        }
        open().close();
    }

    @Test
    void every_byte_of_the_vault_is_missed_or_one_too_many() throws Exception {
        byte[] whole = Files.readAllBytes(directory.resolve("vault.3"));
        for (int length = 0; length < whole.length; length++) {
            refused("vault.3", Arrays.copyOf(whole, length));
        }
        refused("vault.3", Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void a_root_cut_short_opens_nothing() throws Exception {
        byte[] whole = Files.readAllBytes(directory.resolve("root.3"));
        for (int length = 0; length < whole.length; length++) {
            // One that happens to end in zeros is whole without them.
            byte[] shortened = Arrays.copyOf(whole, length);
            if (!Arrays.equals(Arrays.copyOf(shortened, whole.length), whole)) {
                refused("root.3", shortened);
            }
        }
    }

    @Test
    void the_generation_before_is_not_taken_instead() throws Exception {
        Path older = Files.createDirectory(directory.resolve("older"));
        for (String name : new String[] {"root.3", "vault.3"}) {
            Files.copy(directory.resolve(name), older.resolve(name));
        }
        try (FileVault vault = open()) {
            vault.shred(new ShredOrder(alive, 1, "digest", "kid", new byte[64]));
        }
        // As a crash leaves it between the commit and the death of the old root.
        for (String name : new String[] {"root.3", "vault.3"}) {
            Files.copy(older.resolve(name), directory.resolve(name));
        }
        byte[] newest = Files.readAllBytes(directory.resolve("vault.4"));
        newest[40] ^= 1;
        refused("vault.4", newest);
        assertThat(directory.resolve("vault.3")).exists();
    }

    @Test
    void a_running_instance_says_so_too() throws Exception {
        try (FileVault vault = open()) {
            Files.write(directory.resolve("vault.3"), new byte[7]);
            assertThatThrownBy(() -> vault.holds(alive)).isInstanceOf(VaultDamagedException.class);
            assertThatThrownBy(() -> vault.create(UUID.randomUUID()))
                    .isInstanceOf(VaultDamagedException.class);
        }
    }

    private void refused(String name, byte[] content) throws Exception {
        Files.write(directory.resolve(name), content);
        Map<String, String> before = contents();
        assertThatThrownBy(this::open)
                .isInstanceOf(VaultDamagedException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("vault.");
        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        for (String name : directory.toFile().list((folder, file) -> !file.equals("older"))) {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            contents.put(name, HexFormat.of().formatHex(bytes));
        }
        return contents;
    }
}
