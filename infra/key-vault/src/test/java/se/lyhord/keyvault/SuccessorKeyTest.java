package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessorKeyTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir private Path folder;

    @BeforeEach
    void firstKey() throws IOException {
        SigningKey.Generated first = SigningKey.generate("certificate-1");
        first.signingKey().write(folder.resolve("certificate.key.pem"));
        PublicKeyHistory.startingWith("certificate-1", first.publicKey())
                .write(folder.resolve("certificate-keys.json"));
    }

    @Test
    void takesOverWhenItIsTime() throws IOException {
        byte[] before = present().sign(MESSAGE);

        assertThat(said("prepare", "certificate-2")).startsWith("0 Prepared");
        assertThat(present().kid()).isEqualTo("certificate-1");
        assertThat(said("use")).startsWith("0 Done");

        assertThat(present().kid()).isEqualTo("certificate-2");
        assertThat(history().kids()).containsExactly("certificate-1", "certificate-2");
        assertThat(history().verifies("certificate-2", MESSAGE, present().sign(MESSAGE))).isTrue();
        assertThat(history().verifies("certificate-1", MESSAGE, before)).isTrue();
    }

    @Test
    void takesOverFromAKeyThatIsLost() throws IOException {
        said("prepare", "certificate-2");
        Files.delete(folder.resolve("certificate.key.pem"));

        assertThat(said("use")).startsWith("0 Done");
        assertThat(present().kid()).isEqualTo("certificate-2");
    }

    @Test
    void refusesWhatWouldBreakTheHistory() throws IOException {
        assertThat(said("use")).startsWith("1 Refused");
        assertThat(said("prepare", "certificate-1")).startsWith("1 Refused");
        assertThat(said("prepare", "certificate-2")).startsWith("0");
        assertThat(said("prepare", "certificate-3")).startsWith("1 Refused");
        SigningKey.Generated stranger = SigningKey.generate("certificate-2");
        Files.delete(folder.resolve("certificate.next.key.pem"));
        stranger.signingKey().write(folder.resolve("certificate.next.key.pem"));
        assertThat(said("use")).startsWith("1 Refused");
        assertThat(present().kid()).isEqualTo("certificate-1");
        assertThat(said("remove")).startsWith("2 Usage");
    }

    private SigningKey present() throws IOException {
        return SigningKey.read(folder.resolve("certificate.key.pem"), history());
    }

    private PublicKeyHistory history() throws IOException {
        return PublicKeyHistory.read(folder.resolve("certificate-keys.json"));
    }

    private String said(String... command) {
        String[] arguments = new String[command.length + 2];
        arguments[0] = folder.toString();
        arguments[1] = "certificate";
        System.arraycopy(command, 0, arguments, 2, command.length);
        var out = new ByteArrayOutputStream();
        int code = SuccessorKey.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
