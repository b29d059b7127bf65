package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingKeysTest {

    @TempDir Path directory;

    @Test
    void the_last_in_lexical_order_is_for_what_is_new_and_all_are_for_what_is_old()
            throws Exception {
        RotatingKeys.generate(directory, "2026-11-02");
        RotatingKeys.generate(directory, "2026-11-01");
        var keys = RotatingKeys.open(directory, "HmacSHA256");
        assertThat(keys.newest().kid()).isEqualTo("2026-11-02");
        assertThat(keys.find("2026-11-01")).isNotNull().isNotEqualTo(keys.find("2026-11-02"));
        assertThat(keys.find("2026-11-01").getEncoded()).hasSize(32);
        assertThat(keys.find("2026-10-01")).isNull();
    }

    @Test
    void a_new_key_is_found_while_running_and_a_removed_one_is_gone() throws Exception {
        RotatingKeys.generate(directory, "a");
        var keys = RotatingKeys.open(directory, "AES");
        RotatingKeys.generate(directory, "b");
        assertThat(within(Duration.ofMillis(500), () -> keys.find("b") != null)).isTrue();
        assertThat(keys.newest().kid()).isEqualTo("b");
        Files.delete(directory.resolve("a.key"));
        assertThat(within(Duration.ofSeconds(5), () -> keys.find("a") == null)).isTrue();
    }

    @Test
    void what_it_has_is_kept_when_the_directory_becomes_unreadable() throws Exception {
        RotatingKeys.generate(directory, "a");
        var keys = RotatingKeys.open(directory, "AES");
        Files.delete(directory.resolve("a.key"));
        Thread.sleep(1100);
        assertThat(keys.newest().kid()).isEqualTo("a");
    }

    @Test
    void a_directory_without_a_proper_key_is_refused_without_quoting_it() throws Exception {
        assertThatThrownBy(() -> RotatingKeys.open(directory, "AES"))
                .isInstanceOf(IOException.class);
        Files.writeString(directory.resolve("a.key"), "c2VjcmV0");
        assertThatThrownBy(() -> RotatingKeys.open(directory, "AES"))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageNotContaining("c2VjcmV0");
    }

    private static boolean within(Duration time, BooleanSupplier wanted)
            throws InterruptedException {
        Instant end = Instant.now().plus(time);
        while (!wanted.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
