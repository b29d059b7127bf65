package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lyhord.keyvault.SimulatedDisk.Disk;

/**
 * The power goes before every single operation, with every subset of what was not synced on the
 * disk, and a process is killed at each of these moments too, its successor carrying on until the
 * power goes. No open key is lost, and nothing readable is left of a shredded one.
 */
class CrashTest {

    private static final byte[] MESSAGE = {1};
    private static final Predicate<String> NOTHING = label -> false;
    private static final ShredOrderKeys ANY = (kid, message, signature) -> true;
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final UUID NEVER_THERE = new UUID(0, 4);

    @TempDir static Path anywhere;
    private final Set<String> syncs = new TreeSet<>();
    private int crashes;

    /** Every place in the code where something is synced. */
    static List<String> everySync() {
        return List.of(
                "sync directory after delete root.#",
                "sync directory after delete vault.#",
                "sync directory after lock",
                "sync directory after rename vault.tmp vault.#",
                "sync directory after sync root.#",
                "sync root.# after overwrite root.#",
                "sync root.# after write root.#",
                "sync vault.tmp after write vault.tmp");
    }

    @Test
    void no_crash_loses_an_open_key_or_leaves_a_shredded_one() throws Exception {
        simulate(NOTHING);
        assertThat(syncs).containsExactlyElementsOf(everySync());
        assertThat(crashes).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("everySync")
    void no_sync_can_be_left_out(String sync) {
        assertThatThrownBy(() -> simulate(sync::equals)).isInstanceOf(Violation.class);
    }

    @Test
    void the_old_root_is_not_deleted_early() {
        assertThatThrownBy(
                        () ->
                                new Life(new Disk(), new Promises(), NOTHING, true) {
                                    @Override
                                    void at(String operation, Disk disk) {
                                        checkAll(disk, promises, operation);
                                    }
                                }.live())
                .isInstanceOf(Violation.class);
    }

    /** What the vault has said to anybody, and has to keep. */
    private static final class Promises {

        final Map<UUID, byte[]> alive = new HashMap<>();
        final Set<UUID> beingShredded = new HashSet<>();
        final Map<UUID, Long> dead = new HashMap<>();
        final Set<UUID> lost = new HashSet<>();

        Promises copy() {
            var copy = new Promises();
            copy.alive.putAll(alive);
            copy.beingShredded.addAll(beingShredded);
            copy.dead.putAll(dead);
            copy.lost.addAll(lost);
            return copy;
        }
    }

    private static final class Violation extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Violation(String what, String where) {
            super(what + ", crashed before: " + where);
        }
    }

    /** A vault's life, from an empty directory or from what a killed process has left. */
    private abstract class Life {

        final Promises promises;
        private final Disk disk;
        private final Predicate<String> omitted;
        private final boolean early;

        Life(Disk disk, Promises promises, Predicate<String> omitted, boolean early) {
            this.disk = disk;
            this.promises = promises;
            this.omitted = omitted;
            this.early = early;
        }

        abstract void at(String operation, Disk disk);

        void live() throws IOException {
            try (FileVault vault = open(disk, omitted, this::at, early)) {
                keepWhatIsSeen(vault);
                create(vault, FIRST);
                create(vault, SECOND);
                shred(vault, FIRST);
                create(vault, THIRD);
                shred(vault, SECOND);
                if (vault.declareLost(NEVER_THERE) == Loss.DECLARED) {
                    promises.lost.add(NEVER_THERE);
                }
                at("the end", disk);
            }
        }

        /** A key that was seen may have been voted with. */
        private void keepWhatIsSeen(FileVault vault) {
            for (UUID petition : List.of(FIRST, SECOND, THIRD)) {
                if (vault.hmac(petition, MESSAGE) instanceof Hmac.Mac(byte[] bytes)) {
                    promises.alive.put(petition, bytes);
                }
            }
        }

        private void create(FileVault vault, UUID petition) {
            vault.create(petition);
            keepWhatIsSeen(vault);
        }

        private void shred(FileVault vault, UUID petition) {
            promises.beingShredded.add(petition);
            Shredding told = vault.shred(new ShredOrder(petition, 1, "", "", new byte[0]));
            promises.alive.remove(petition);
            promises.dead.put(petition, told.generation());
        }
    }

    private void simulate(Predicate<String> omitted) throws IOException {
        new Life(new Disk(), new Promises(), omitted, false) {
            @Override
            void at(String operation, Disk disk) {
                checkAll(disk, promises, operation);
                kill(disk, promises, omitted, operation);
                if (operation.startsWith("sync")) {
                    syncs.add(operation);
                }
            }
        }.live();
    }

    private void kill(Disk disk, Promises promises, Predicate<String> omitted, String operation) {
        try {
            new Life(disk.copy(), promises.copy(), omitted, false) {
                @Override
                void at(String next, Disk later) {
                    checkAll(
                            later,
                            promises,
                            next + " in the process after one killed before " + operation);
                }
            }.live();
        } catch (IOException e) {
            throw new Violation("does not start", operation);
        }
    }

    private void checkAll(Disk disk, Promises promises, String where) {
        for (Disk image : disk.afterPowerLoss()) {
            crashes++;
            check(image, promises, where);
        }
    }

    private static void check(Disk image, Promises promises, String where) {
        promises.dead.forEach(
                (petition, generation) -> {
                    require(!isReadable(petition, image), "shredded key readable", where);
                    require(
                            generations(image, "").allMatch(found -> found >= generation),
                            "files from before an announced shredding",
                            where);
                });
        long newest = generations(image, "vault.").max().orElse(0);
        require(
                generations(image, "root.")
                        .filter(found -> found < newest)
                        .allMatch(found -> image.names().contains("vault." + found)),
                "a root outlives what it opened",
                where);
        try (FileVault vault = open(image, NOTHING, (operation, disk) -> {}, false)) {
            promises.alive.forEach(
                    (petition, mac) ->
                            require(
                                    isKept(vault.hmac(petition, MESSAGE), mac)
                                            || promises.beingShredded.contains(petition)
                                                    && vault.tombstones().contains(petition),
                                    "open key lost",
                                    where));
            for (UUID petition : promises.dead.keySet()) {
                require(
                        vault.hmac(petition, MESSAGE) instanceof Hmac.Shredded,
                        "shredding forgotten",
                        where);
            }
            for (UUID petition : promises.lost) {
                require(vault.create(petition) == Creation.LOST, "loss forgotten", where);
            }
            require(
                    vault.create(new UUID(0, 5)) == Creation.CREATED && image.names().size() == 2,
                    "not as good as new",
                    where);
        } catch (VaultUnavailableException | IOException e) {
            throw new Violation("does not open", where);
        }
    }

    private static boolean isKept(Hmac found, byte[] mac) {
        return found instanceof Hmac.Mac(byte[] bytes) && Arrays.equals(bytes, mac);
    }

    /** To somebody who reads every block and tries each as a root on every other. */
    private static boolean isReadable(UUID petition, Disk image) {
        for (byte[] file : image.blocks()) {
            if (file.length <= VaultKey.LENGTH) {
                continue;
            }
            long generation = ByteBuffer.wrap(file).getLong(12);
            for (byte[] root : image.blocks()) {
                if (root.length > VaultKey.LENGTH) {
                    continue;
                }
                VaultContents opened =
                        VaultFormat.open(
                                file,
                                VaultKey.aes(Arrays.copyOf(root, VaultKey.LENGTH)),
                                generation);
                if (opened != null && opened.key(petition) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static LongStream generations(Disk image, String prefix) {
        return image.names().stream()
                .filter(name -> name.matches("(root|vault)\\.\\d+") && name.startsWith(prefix))
                .mapToLong(name -> Long.parseLong(name.substring(name.indexOf('.') + 1)));
    }

    private static void require(boolean held, String otherwise, String where) {
        if (!held) {
            throw new Violation(otherwise, where);
        }
    }

    private static FileVault open(
            Disk disk, Predicate<String> omitted, SimulatedDisk.Watcher watcher, boolean rootEarly)
            throws IOException {
        var files = new SimulatedDisk(anywhere, disk, omitted, watcher);
        var hasty =
                new SimulatedDisk(anywhere, disk, omitted, watcher) {
                    @Override
                    void rename(String from, String to) throws IOException {
                        long generation = Long.parseLong(to.substring("vault.".length()));
                        delete("root." + (generation - 1));
                        syncDirectory();
                        super.rename(from, to);
                    }
                };
        return new FileVault(
                rootEarly ? hasty : files,
                ANY,
                Duration.ofSeconds(15),
                new TestClock(),
                () -> {
                    throw new IllegalStateException("halted");
                });
    }
}
