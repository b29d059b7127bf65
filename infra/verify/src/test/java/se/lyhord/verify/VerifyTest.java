package se.lyhord.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.SigningKey;

class VerifyTest {

    private static final String LIST = "0a".repeat(16) + "\n" + "ff".repeat(16) + "\n";
    private static final SigningKey.Generated FIRST = SigningKey.generate("certificate-1");
    private static final SigningKey.Generated SECOND = SigningKey.generate("certificate-2");

    @TempDir private Path folder;

    @BeforeEach
    void publish() throws IOException {
        write("trackers.txt", LIST);
        String certificate =
                """
                {"format": "lyhord/closing-certificate/v1", "count": 2, "digest": "%s",
                 "day": "2026-11-24", "kid": "certificate-2"}
                """
                        .formatted(
                                new TrackerList(LIST.getBytes(StandardCharsets.US_ASCII)).digest());
        write("certificate.json", certificate);
        Files.write(
                folder.resolve("certificate.sig"),
                SECOND.signingKey().sign(certificate.getBytes(StandardCharsets.UTF_8)));
        PublicKeyHistory.startingWith("certificate-1", FIRST.publicKey())
                .followedBy(FIRST.signingKey(), "certificate-2", SECOND.publicKey())
                .write(folder.resolve("keys.json"));
    }

    @Test
    void whatIsUnalteredHolds() {
        assertThat(verify("sv")).startsWith("0").doesNotContain("✗").contains("2 koder, 2 röster");
        assertThat(verify("en")).startsWith("0").contains("2 codes, 2 votes");
    }

    @Test
    void aTrackerIsLookedForHoweverItIsWritten() {
        assertThat(verify("sv", "--tracker", "FFFF ffff-" + "ff".repeat(12)))
                .startsWith("0")
                .contains("på rad 2 av 2");
        assertThat(verify("sv", "--tracker", "ab".repeat(16)))
                .startsWith("1")
                .contains("finns inte i");
    }

    @Test
    void anAlteredListIsRefused() throws IOException {
        write("trackers.txt", LIST.replace("ff", "fe"));
        assertThat(verify("sv")).startsWith("1").contains("✗ Listan är inte den", "✓ Antalet");
        write("trackers.txt", LIST + "00".repeat(16) + "\n");
        assertThat(verify("sv")).startsWith("1").contains("✗ Listan är ändrad: rad 3");
        write("trackers.txt", ("ff".repeat(16) + "\n").repeat(2));
        assertThat(verify("sv")).startsWith("1").contains("✗ Listan är ändrad: rad 2");
        write("trackers.txt", LIST.strip());
        assertThat(verify("sv")).startsWith("1").contains("✗ Listan är ändrad: rad 2");
        write("trackers.txt", "0a".repeat(16) + "\n");
        assertThat(verify("sv")).startsWith("1").contains("intyget säger 2, listan har 1");
    }

    @Test
    void anAlteredCertificateOrSignatureIsRefused() throws IOException {
        String certificate = Files.readString(folder.resolve("certificate.json"));
        write("certificate.json", certificate.replace("\"count\": 2", "\"count\": 3"));
        assertThat(verify("sv"))
                .startsWith("1")
                .contains("✗ Antalet", "✗ Underskriften", "✓ Listan är den");
        write("certificate.json", certificate);
        byte[] signature = Files.readAllBytes(folder.resolve("certificate.sig"));
        signature[9] ^= 1;
        Files.write(folder.resolve("certificate.sig"), signature);
        assertThat(verify("sv")).startsWith("1").contains("✗ Underskriften", "✓ Antalet");
    }

    @Test
    void aKeyThatNobodyVouchesForIsRefused() throws IOException {
        PublicKeyHistory.startingWith("certificate-2", FIRST.publicKey())
                .write(folder.resolve("keys.json"));
        assertThat(verify("sv")).startsWith("1").contains("✗ Underskriften");
        String keys =
                PublicKeyHistory.startingWith("certificate-1", FIRST.publicKey())
                        .followedBy(FIRST.signingKey(), "certificate-2", SECOND.publicKey())
                        .toJson();
        write("keys.json", keys.replace("certificate-2", "certificate-3"));
        assertThat(verify("sv")).startsWith("1").contains("✗ Nyckelfilen");
    }

    @Test
    void whatIsNotThereOrSomethingElseIsNamed() throws IOException {
        Files.delete(folder.resolve("certificate.sig"));
        assertThat(verify("sv")).startsWith("1").contains("går inte att läsa: ", "certificate.sig");
        write("certificate.sig", "x");
        write("certificate.json", "<html>");
        assertThat(verify("sv")).startsWith("1").contains("Filen är inget gallringsintyg: ");
        assertThat(said(List.of("trackers.txt"))).startsWith("2").contains("CERTIFICATE");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** The exit code, and what was said. */
    private String verify(String language, String... options) {
        List<String> arguments = new ArrayList<>();
        for (String name : List.of("trackers.txt", "certificate.json", "keys.json")) {
            arguments.add(folder.resolve(name).toString());
        }
        arguments.addAll(List.of("--lang", language));
        arguments.addAll(List.of(options));
        return said(arguments);
    }

    private static String said(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        int code =
                Verify.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        arguments.toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
