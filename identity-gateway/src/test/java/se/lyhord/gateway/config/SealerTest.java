package se.lyhord.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.keyvault.RotatingKeys;

class SealerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path directory;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private Sealer sealer;

    @BeforeEach
    void open() throws Exception {
        RotatingKeys.generate(directory, "0001");
        sealer = new Sealer(RotatingKeys.open(directory, "AES"), clock);
    }

    @Test
    void whatWasSealedOpensForItsPurpose() {
        String sealed = sealer.seal("session", "åäö 191212121212", MINUTE);

        assertThat(sealed).doesNotContain("1212").startsWith("v1.0001.");
        assertThat(sealer.open("session", sealed).text()).isEqualTo("åäö 191212121212");
        assertThat(sealer.open("session", sealed).toString()).doesNotContain("1212");
    }

    @Test
    void forAnotherPurposeItDoesNot() {
        assertThat(sealer.open("receipt", sealer.seal("session", "text", MINUTE))).isNull();
    }

    @Test
    void itEndsWithItsTime() {
        String sealed = sealer.seal("session", "text", MINUTE);

        clock.advance(MINUTE.minusSeconds(1));
        assertThat(sealer.open("session", sealed)).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sealer.open("session", sealed)).isNull();
    }

    @Test
    void aChangeAnywhereIsNoticed() {
        String sealed = sealer.seal("session", "text", MINUTE);

        // The last character holds bits that are not used.
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(sealer.open("session", changed)).as("character %d", i).isNull();
        }
    }

    @Test
    void rubbishDoesNotOpen() {
        for (String rubbish :
                new String[] {null, "", ".", "v1", "v1.0001", "v1.0001.", "v1.0001.AA"}) {
            assertThat(sealer.open("session", rubbish)).isNull();
        }
    }

    @Test
    void anOldKeyOpensUntilItIsRemoved() throws Exception {
        String old = sealer.seal("session", "text", MINUTE);
        RotatingKeys.generate(directory, "0002");
        Sealer later = new Sealer(RotatingKeys.open(directory, "AES"), clock);

        assertThat(later.seal("session", "text", MINUTE)).startsWith("v1.0002.");
        assertThat(later.open("session", old)).isNotNull();

        Files.delete(directory.resolve("0001.key"));
        Sealer latest = new Sealer(RotatingKeys.open(directory, "AES"), clock);
        assertThat(latest.open("session", old)).isNull();
    }
}
