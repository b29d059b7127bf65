package se.lyhord.keyvault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;

/** A private key for Ed25519 signatures (RFC 8032), with the name its public half is known by. */
public final class SigningKey {

    private static final String PEM = "PRIVATE KEY";

    private final String kid;
    private final PrivateKey key;

    private SigningKey(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /**
     * A new key and its public half.
     *
     * @param signingKey to be kept secret
     * @param publicKey to be published in a {@link PublicKeyHistory}
     */
    public record Generated(SigningKey signingKey, PublicKey publicKey) {}

    /**
     * Draws a new key.
     *
     * @param kid up to 64 letters, digits, dots, hyphens and underscores
     */
    public static Generated generate(String kid) {
        Kids.check(kid);
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Generated(new SigningKey(kid, pair.getPrivate()), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks Ed25519", e);
        }
    }

    /**
     * Reads a key from a PKCS#8 PEM file (RFC 7468). Its kid is that of the public key in the
     * history that verifies what it signs, so the two can not disagree.
     *
     * @throws IOException if it can not be read, holds no Ed25519 key, or one not in the history
     */
    public static SigningKey read(Path file, PublicKeyHistory history) throws IOException {
        PrivateKey key;
        try {
            byte[] encoded = Pem.decode(PEM, Files.readString(file, StandardCharsets.US_ASCII));
            key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: a parser's message may quote what it read.
            throw new IOException("No Ed25519 key in " + file.getFileName());
        }
        byte[] probe = "lyhord/which-key/v1\n".getBytes(StandardCharsets.UTF_8);
        byte[] signature = new SigningKey("unknown", key).sign(probe);
        return history.kids().stream()
                .filter(kid -> history.verifies(kid, probe, signature))
                .map(kid -> new SigningKey(kid, key))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("Not in its history: key " + file.getFileName()));
    }

    /**
     * Writes the key as PEM, readable by its owner only.
     *
     * @throws IOException if it can not be written, or the file exists
     */
    public void write(Path file) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            byte[] text = Pem.encode(PEM, key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(text));
        }
    }

    /** The name the public half is published under. */
    public String kid() {
        return kid;
    }

    /** The signature over a message, 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Key " + kid + " does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[kid=" + kid + ", redacted]";
    }
}
