package se.lyhord.keyvault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a {@code vault.<g>} file: header, nonce, AES-256-GCM (NIST SP 800-38D) of entries
 * and tombstones, with the header as associated data.
 *
 * <pre>
 * header     8 bytes "LYHVAULT", 4 bytes version = 1, 8 bytes generation
 * nonce      12 random bytes
 * sealed     4 bytes n, n × (16 bytes petition, 32 bytes key),
 *            4 bytes m, m × (16 bytes petition, 8 bytes generation of its death),
 *            only if a key was ever declared lost:
 *            4 bytes k, k × (16 bytes petition, 8 bytes generation that says so);
 *            16 bytes tag
 * </pre>
 *
 * Integers are big-endian. A root seals at most the creations of one generation, so random nonces
 * do not run out.
 */
final class VaultFormat {

    private static final long MAGIC = 0x4C59485641554C54L;
    private static final int VERSION = 1;
    private static final int HEADER = 8 + 4 + 8;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VaultFormat() {}

    static byte[] randomKey() {
        byte[] bytes = new byte[VaultKey.LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] seal(VaultContents contents, VaultKey root) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] header = header(contents.generation());
        byte[] plain = plain(contents);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, root, header, nonce).doFinal(plain);
            return ByteBuffer.allocate(HEADER + NONCE + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-256-GCM", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The contents, or null if this root does not open these bytes as this generation. */
    static @Nullable VaultContents open(byte[] file, VaultKey root, long generation) {
        byte[] header = header(generation);
        if (file.length < HEADER + NONCE || !Arrays.equals(file, 0, HEADER, header, 0, HEADER)) {
            return null;
        }
        byte[] nonce = Arrays.copyOfRange(file, HEADER, HEADER + NONCE);
        byte[] plain;
        try {
            plain =
                    cipher(Cipher.DECRYPT_MODE, root, header, nonce)
                            .doFinal(file, HEADER + NONCE, file.length - HEADER - NONCE);
        } catch (GeneralSecurityException e) {
            return null;
        }
        try {
            return read(ByteBuffer.wrap(plain), generation);
        } catch (BufferUnderflowException e) {
            return null;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, VaultKey root, byte[] header, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, root, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] header(long generation) {
        return ByteBuffer.allocate(HEADER)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putLong(generation)
                .array();
    }

    private static byte[] plain(VaultContents contents) {
        int size = 4 + contents.keys().size() * 48 + 4 + contents.tombstones().size() * 24;
        if (!contents.lost().isEmpty()) {
            size += 4 + contents.lost().size() * 24;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(contents.keys().size());
        contents.keys()
                .forEach(
                        (petition, key) -> {
                            byte[] bytes = key.getEncoded();
                            putUuid(out, petition).put(bytes);
                            Arrays.fill(bytes, (byte) 0);
                        });
        putDeaths(out, contents.tombstones());
        if (!contents.lost().isEmpty()) {
            putDeaths(out, contents.lost());
        }
        return out.array();
    }

    private static VaultContents read(ByteBuffer in, long generation) {
        var keys = new HashMap<UUID, VaultKey>();
        for (int left = in.getInt(); left > 0; left--) {
            UUID petition = uuid(in);
            byte[] bytes = new byte[VaultKey.LENGTH];
            in.get(bytes);
            keys.put(petition, VaultKey.hmacSha256(bytes));
        }
        Map<UUID, Long> tombstones = deaths(in);
        Map<UUID, Long> lost = in.hasRemaining() ? deaths(in) : Map.of();
        return new VaultContents(generation, keys, tombstones, lost);
    }

    private static void putDeaths(ByteBuffer out, Map<UUID, Long> deaths) {
        out.putInt(deaths.size());
        deaths.forEach((petition, generation) -> putUuid(out, petition).putLong(generation));
    }

    private static Map<UUID, Long> deaths(ByteBuffer in) {
        var deaths = new HashMap<UUID, Long>();
        for (int left = in.getInt(); left > 0; left--) {
            deaths.put(uuid(in), in.getLong());
        }
        return deaths;
    }

    private static ByteBuffer putUuid(ByteBuffer out, UUID uuid) {
        return out.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }
}
