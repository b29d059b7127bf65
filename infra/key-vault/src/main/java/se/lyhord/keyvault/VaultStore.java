package se.lyhord.keyvault;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The generations of a vault in its directory: {@code root.<g>}, 32 random bytes, opens {@code
 * vault.<g>}. Whoever calls holds the vault's lock.
 *
 * <p>A key is added within a generation, by replacing {@code vault.<g>}: the file grows, so its
 * length tells other instances. A key is destroyed by going on to the next generation and
 * destroying the root of the one before.
 */
final class VaultStore {

    private static final String ROOT = "root.";
    private static final String VAULT = "vault.";
    private static final String TEMPORARY = "vault.tmp";
    private static final Predicate<String> IS_VAULT =
            Pattern.compile("vault\\.\\d{1,18}").asMatchPredicate();

    private final VaultFiles files;

    VaultStore(VaultFiles files) {
        this.files = files;
    }

    /** The length of a generation's file, 0 when it is gone: changes with every change. */
    long length(long generation) {
        return files.length(VAULT + generation);
    }

    /**
     * Takes the highest generation and deletes the rest, whatever a crash has left.
     *
     * <p>A name {@code vault.<g>} is there only once its root and its content are durable. So no
     * crash explains one that does not open, and the generation before, which may hold a key that
     * has been destroyed, is not taken instead.
     *
     * @throws VaultDamagedException if files are there but the highest does not open: nothing is
     *     deleted and no new vault made
     */
    VaultContents recover() throws IOException {
        // A killed process may have renamed without syncing: nothing is built on a name that could
        // still be lost, and above all nothing older is deleted.
        files.syncDirectory();
        Set<String> names = names();
        var newest = names.stream().filter(IS_VAULT).mapToLong(VaultStore::generation).max();
        if (newest.isEmpty()) {
            if (!Set.of(ROOT + 1, TEMPORARY).containsAll(names)) {
                throw new VaultDamagedException("roots without what they open");
            }
            return replace(VaultContents.empty(1), newRoot(1));
        }
        long generation = newest.getAsLong();
        if (!names.contains(ROOT + generation)) {
            throw new VaultDamagedException(VAULT + generation + " without its root");
        }
        VaultContents contents = open(generation);
        if (contents == null || !contents.isConsistent()) {
            throw new VaultDamagedException(VAULT + generation + " does not open");
        }
        deleteAllBut(generation, names);
        return contents;
    }

    /** Adds a key; when this returns it is durable. */
    VaultContents add(VaultContents contents, UUID petition) throws IOException {
        return replace(
                contents.with(petition, VaultKey.hmacSha256(VaultFormat.randomKey())),
                root(contents.generation()));
    }

    /**
     * Destroys a key, on disk and in the given contents.
     *
     * @throws VaultBrokenException if it may be readable still, or others may not be
     */
    VaultContents shred(VaultContents contents, UUID petition) throws IOException {
        VaultContents next = contents.without(petition);
        goOnTo(next);
        VaultKey dead = contents.key(petition);
        if (dead != null) {
            dead.destroy();
        }
        return next;
    }

    /** Records that a petition's key is lost; throws as {@link #shred} does. */
    VaultContents declareLost(VaultContents contents, UUID petition) throws IOException {
        VaultContents next = contents.withLost(petition);
        goOnTo(next);
        return next;
    }

    private void goOnTo(VaultContents next) throws IOException {
        // The directory's sync after the rename is the commit point; until then the old root lives.
        replace(next, newRoot(next.generation()));
        deleteAllBut(next.generation(), names());
        test(next);
    }

    private static long generation(String vault) {
        return Long.parseLong(vault.substring(VAULT.length()));
    }

    /** Only our own: a volume's {@code lost+found} is none of our business. */
    private Set<String> names() throws IOException {
        return files.names().stream()
                .filter(name -> name.startsWith(ROOT) || name.startsWith(VAULT))
                .collect(Collectors.toSet());
    }

    private @Nullable VaultContents open(long generation) throws IOException {
        VaultKey root = root(generation);
        try {
            return VaultFormat.open(files.read(VAULT + generation), root, generation);
        } finally {
            root.destroy();
        }
    }

    private VaultKey root(long generation) throws IOException {
        byte[] bytes = files.read(ROOT + generation);
        // A root that a crash cut short opens nothing.
        return VaultKey.aes(Arrays.copyOf(bytes, VaultKey.LENGTH));
    }

    private VaultKey newRoot(long generation) throws IOException {
        byte[] bytes = VaultFormat.randomKey();
        files.write(ROOT + generation, bytes);
        files.sync(ROOT + generation);
        files.syncDirectory();
        return VaultKey.aes(bytes);
    }

    private VaultContents replace(VaultContents contents, VaultKey root) throws IOException {
        try {
            files.write(TEMPORARY, VaultFormat.seal(contents, root));
        } finally {
            root.destroy();
        }
        files.sync(TEMPORARY);
        files.rename(TEMPORARY, VAULT + contents.generation());
        files.syncDirectory();
        return contents;
    }

    /** Roots go first, each for certain, then what they opened. */
    private void deleteAllBut(long generation, Set<String> names) throws IOException {
        for (String root : stale(names, ROOT, generation)) {
            // Overwritten too: unlinking leaves the bytes in a free block of the disk.
            files.overwrite(root, new byte[VaultKey.LENGTH]);
            files.sync(root);
            files.delete(root);
            files.syncDirectory();
        }
        for (String vault : stale(names, VAULT, generation)) {
            files.delete(vault);
            files.syncDirectory();
        }
    }

    private static Iterable<String> stale(Set<String> names, String prefix, long kept) {
        return names.stream()
                .filter(name -> name.startsWith(prefix) && !name.equals(prefix + kept))
                .sorted()
                .toList();
    }

    private void test(VaultContents expected) throws IOException {
        long generation = expected.generation();
        VaultContents found = open(generation);
        boolean passed =
                found != null
                        && found.keys().keySet().equals(expected.keys().keySet())
                        && found.tombstones().equals(expected.tombstones())
                        && found.lost().equals(expected.lost())
                        && names().equals(Set.of(ROOT + generation, VAULT + generation));
        if (found != null) {
            found.destroy();
        }
        if (!passed) {
            throw new VaultBrokenException("The vault failed its test after a shredding", null);
        }
    }
}
