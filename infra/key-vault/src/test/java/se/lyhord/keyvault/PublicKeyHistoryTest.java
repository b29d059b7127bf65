package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyHistoryTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir Path directory;
    private final SigningKey.Generated first = SigningKey.generate("k1");
    private final SigningKey.Generated second = SigningKey.generate("k2");
    private final PublicKeyHistory history =
            PublicKeyHistory.startingWith("k1", first.publicKey())
                    .followedBy(first.signingKey(), "k2", second.publicKey());

    @Test
    void verifies_what_each_of_its_keys_has_signed() {
        assertThat(history.kids()).containsExactly("k1", "k2");
        assertThat(history.verifies("k1", MESSAGE, first.signingKey().sign(MESSAGE))).isTrue();
        assertThat(history.verifies("k2", MESSAGE, second.signingKey().sign(MESSAGE))).isTrue();
        assertThat(history.verifies("k2", MESSAGE, first.signingKey().sign(MESSAGE))).isFalse();
        assertThat(history.verifies("k3", MESSAGE, first.signingKey().sign(MESSAGE))).isFalse();
        assertThat(history.verifies("k1", MESSAGE, new byte[3])).isFalse();
    }

    @Test
    void is_written_and_read() throws Exception {
        Path file = directory.resolve("keys.json");
        history.write(file);
        PublicKeyHistory read = PublicKeyHistory.read(file);
        assertThat(read.toJson()).isEqualTo(history.toJson());
        assertThat(read.verifies("k2", MESSAGE, second.signingKey().sign(MESSAGE))).isTrue();
    }

    @Test
    void a_key_that_no_earlier_one_vouches_for_is_refused() {
        var stranger = SigningKey.generate("k1");
        var forged =
                PublicKeyHistory.startingWith("k1", stranger.publicKey())
                        .followedBy(stranger.signingKey(), "k2", second.publicKey());
        String signature = forged.toJson().replaceAll("(?s).*\"signature\" : \"(.*?)\".*", "$1");
        String right = history.toJson().replaceAll("(?s).*\"signature\" : \"(.*?)\".*", "$1");
        assertThatThrownBy(() -> PublicKeyHistory.parse(history.toJson().replace(right, signature)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> PublicKeyHistory.parse(history.toJson().replace("\"k2\"", "\"k3\"")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () ->
                                PublicKeyHistory.parse(
                                        history.toJson()
                                                .replace(
                                                        "\"signedBy\" : \"k1\"",
                                                        "\"signedBy\" : null")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PublicKeyHistory.parse("{}")).isInstanceOf(IOException.class);
    }

    @Test
    void a_name_is_not_given_twice() {
        assertThatThrownBy(() -> history.followedBy(first.signingKey(), "k2", second.publicKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signing_key_is_read_back_under_the_name_in_its_history() throws Exception {
        Path file = directory.resolve("shred-order.key.pem");
        second.signingKey().write(file);
        SigningKey read = SigningKey.read(file, history);
        assertThat(read.kid()).isEqualTo("k2");
        assertThat(history.verifies("k2", MESSAGE, read.sign(MESSAGE))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> second.signingKey().write(file)).isInstanceOf(IOException.class);
        assertThat(read.toString()).contains("redacted");
    }

    @Test
    void a_signing_key_outside_the_history_is_refused() throws Exception {
        Path file = directory.resolve("stranger.pem");
        SigningKey.generate("k1").signingKey().write(file);
        assertThatThrownBy(() -> SigningKey.read(file, history)).isInstanceOf(IOException.class);
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> SigningKey.read(file, history))
                .isInstanceOf(IOException.class)
                .hasNoCause();
    }

    @Test
    void a_key_made_by_openssl_is_read() throws Exception {
        // openssl genpkey -algorithm ed25519; openssl pkey -pubout; a test key, used nowhere else.
        Path file = directory.resolve("openssl.pem");
        Files.writeString(file, OPENSSL_PRIVATE);
        String json =
                "[{\"kid\":\"o1\",\"publicKey\":\"" + OPENSSL_PUBLIC.replace("\n", "\\n") + "\"}]";
        PublicKeyHistory published = PublicKeyHistory.parse(json);
        SigningKey key = SigningKey.read(file, published);
        UUID petition = UUID.fromString("6f1b0a52-3f43-4c0e-9d7c-0d7c9f7b2a11");
        byte[] order = ShredOrder.bytesToSign(petition, 7, "ab".repeat(32));
        assertThat(java.util.Base64.getEncoder().encodeToString(key.sign(order)))
                .isEqualTo(OPENSSL_SIGNATURE);
        assertThat(published.verifies("o1", order, key.sign(order))).isTrue();
    }

    private static final String OPENSSL_PRIVATE =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHVN6+p8eBhWzRkPYQsOVSNjgJnRgz5oV2DMjloM6v3+\n-----END PRIVATE KEY-----\n";
    private static final String OPENSSL_PUBLIC =
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAKwR/QxfsD5It38dg/lBpfy9mGSqxISc3ETkTI2JnIF0=\n-----END PUBLIC KEY-----\n";
    private static final String OPENSSL_SIGNATURE =
            "EXb3kmB+P0qI7D5yPX83j4xby6X235e9CW08Mni9LLkgvWLTI7v1ez7M+4HcXv5fEZMbwp5xhQzgoZdH2+4CDA==";
}
