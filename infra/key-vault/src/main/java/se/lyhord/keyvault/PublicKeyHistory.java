package se.lyhord.keyvault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published keys of one signer, oldest first. Each key but the first carries its name and bytes
 * signed by an earlier key, so whoever trusts the first can follow to the newest. A successor may
 * be published long before it is needed: then the loss of the key in use blocks nothing.
 *
 * <p>As JSON: {@code [{"kid", "publicKey" (PEM, SubjectPublicKeyInfo), "signedBy", "signature"
 * (base64)}]}; the first has neither {@code signedBy} nor {@code signature}.
 */
public final class PublicKeyHistory {

    private static final String PEM = "PUBLIC KEY";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Entry> entries;
    private final Map<String, PublicKey> keys;

    private record Entry(
            String kid, String publicKey, @Nullable String signedBy, @Nullable String signature) {}

    private PublicKeyHistory(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.keys = new LinkedHashMap<>();
        for (Entry entry : entries) {
            PublicKey key = publicKey(entry.publicKey());
            if (!Kids.isValid(entry.kid())
                    || keys.containsKey(entry.kid())
                    || !follows(entry, key)) {
                throw new IllegalArgumentException("Key history is broken at " + entry.kid());
            }
            keys.put(entry.kid(), key);
        }
    }

    /** A history of one key. */
    public static PublicKeyHistory startingWith(String kid, PublicKey key) {
        return new PublicKeyHistory(List.of(new Entry(kid, pem(key), null, null)));
    }

    /**
     * This history with one key more.
     *
     * @param predecessor a key of this history, which vouches for the new one
     * @throws IllegalArgumentException if it is none of them, or the kid is taken
     */
    public PublicKeyHistory followedBy(SigningKey predecessor, String kid, PublicKey key) {
        byte[] signature = predecessor.sign(succession(kid, key));
        String text = Base64.getEncoder().encodeToString(signature);
        var more = new ArrayList<>(entries);
        more.add(new Entry(kid, pem(key), predecessor.kid(), text));
        return new PublicKeyHistory(more);
    }

    /**
     * Reads and verifies a history.
     *
     * @throws IOException if it can not be read, or a key is not signed by an earlier one
     */
    public static PublicKeyHistory read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads and verifies a history from its JSON; see {@link #read}. */
    public static PublicKeyHistory parse(String json) throws IOException {
        try {
            return new PublicKeyHistory(List.of(JSON.readValue(json, Entry[].class)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("Not a history of public keys", e);
        }
    }

    /** Writes the history as JSON, replacing the file at once. */
    public void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, toJson());
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The history as JSON. */
    public String toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries);
    }

    /** The kids, oldest first. */
    public List<String> kids() {
        return List.copyOf(keys.keySet());
    }

    /** Whether this signature over the message was made with the key of this kid. */
    public boolean verifies(String kid, byte[] message, byte[] signature) {
        PublicKey key = keys.get(kid);
        return key != null && verifies(key, message, signature);
    }

    /** What a predecessor signs: unambiguous lines, and a first one no other signature has. */
    private static byte[] succession(String kid, PublicKey key) {
        String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
        return ("lyhord/key-succession/v1\n" + kid + "\n" + encoded + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean follows(Entry entry, PublicKey key) {
        if (keys.isEmpty()) {
            return entry.signedBy() == null && entry.signature() == null;
        }
        return entry.signedBy() != null
                && entry.signature() != null
                && verifies(
                        entry.signedBy(),
                        succession(entry.kid(), key),
                        Base64.getDecoder().decode(entry.signature()));
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String pem(PublicKey key) {
        return Pem.encode(PEM, key.getEncoded());
    }

    private static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Pem.decode(PEM, pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }
}
