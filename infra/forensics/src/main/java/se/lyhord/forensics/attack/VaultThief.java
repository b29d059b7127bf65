package se.lyhord.forensics.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens a stolen vault directory without Lyhörd's code, as its format is published: any {@code
 * root.<g>} on any {@code vault.<g>}.
 */
public final class VaultThief {

    private static final int HEADER = 20;
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;

    private VaultThief() {}

    /** Every key that can be had. */
    public static Map<UUID, byte[]> keys(Path vault) {
        Map<UUID, byte[]> keys = new HashMap<>();
        try {
            for (Path sealed : files(vault, "vault.")) {
                for (Path root : files(vault, "root.")) {
                    keys.putAll(keys(Files.readAllBytes(sealed), Files.readAllBytes(root)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static List<Path> files(Path vault, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(vault)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    private static Map<UUID, byte[]> keys(byte[] sealed, byte[] root) {
        Map<UUID, byte[]> keys = new HashMap<>();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(root, "AES"),
                    new GCMParameterSpec(
                            TAG_BITS, Arrays.copyOfRange(sealed, HEADER, HEADER + NONCE)));
            cipher.updateAAD(sealed, 0, HEADER);
            ByteBuffer entries =
                    ByteBuffer.wrap(
                            cipher.doFinal(sealed, HEADER + NONCE, sealed.length - HEADER - NONCE));
            for (int left = entries.getInt(); left > 0; left--) {
                UUID petition = new UUID(entries.getLong(), entries.getLong());
                byte[] key = new byte[KEY];
                entries.get(key);
                keys.put(petition, key);
            }
        } catch (GeneralSecurityException e) {
            return Map.of(); // not its root
        }
        return keys;
    }
}
