package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest extends KeyVaultConformance {

    private static final Duration LEASE = Duration.ofSeconds(15);

    @TempDir Path directory;
    private final TestClock clock = new TestClock();
    private final AtomicInteger halts = new AtomicInteger();

    @Override
    KeyVault open() throws IOException {
        return FileVault.open(directory, orderKeys, Duration.ofMillis(150));
    }

    private FileVault open(VaultFiles files) {
        return new FileVault(files, orderKeys, LEASE, clock, halts::incrementAndGet);
    }

    @Test
    void the_order_of_a_shredding_is_the_one_that_survives_every_crash() throws Exception {
        var files = new RecordingFiles(directory);
        try (FileVault vault = open(files)) {
            vault.create(petition);
            files.done.clear();
            vault.shred(order(petition));
        }
        assertThat(files.done)
                .containsExactly(
                        "sync directory",
                        "write root.2",
                        "sync root.2",
                        "sync directory",
                        "write vault.tmp",
                        "sync vault.tmp",
                        "rename vault.tmp vault.2",
                        "sync directory",
                        "overwrite root.1",
                        "sync root.1",
                        "delete root.1",
                        "sync directory",
                        "delete vault.1",
                        "sync directory");
    }

    @Test
    void a_key_is_durable_before_it_is_used() throws Exception {
        var files = new RecordingFiles(directory);
        try (FileVault vault = open(files)) {
            files.done.clear();
            vault.create(petition);
        }
        assertThat(files.done)
                .containsExactly(
                        "sync directory",
                        "write vault.tmp",
                        "sync vault.tmp",
                        "rename vault.tmp vault.1",
                        "sync directory");
    }

    @Test
    void a_crash_between_any_two_steps_leaves_the_key_whole_or_gone() throws Exception {
        for (int step = 1; step <= 14; step++) {
            Path fresh = Files.createDirectory(directory.resolve("crash-" + step));
            byte[] kept;
            try (FileVault vault = open(new VaultFiles(fresh))) {
                vault.create(petition);
                vault.create(other);
                kept = mac(vault, other);
            }
            var files = new RecordingFiles(fresh);
            try (FileVault vault = open(files)) {
                files.crashAt = files.done.size() + step;
                assertThatThrownBy(() -> vault.shred(order(petition))).isInstanceOf(Crash.class);
            }
            try (FileVault vault = open(new VaultFiles(fresh))) {
                boolean committed = step > 8;
                assertThat(mac(vault, other)).isEqualTo(kept);
                if (committed) {
                    assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
                    assertThat(vault.tombstones()).containsExactly(petition);
                }
                vault.shred(order(petition));
                assertThat(names(fresh)).containsExactlyInAnyOrder("lock", "root.2", "vault.2");
            }
        }
    }

    @Test
    void nothing_is_deleted_before_what_is_left_is_durable() throws Exception {
        // As a process leaves it that was killed after the rename and before the sync.
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (FileVault vault = open(new VaultFiles(directory))) {
            vault.create(petition);
            for (String name : List.of("root.1", "vault.1")) {
                Files.copy(directory.resolve(name), copy.resolve(name));
            }
            vault.shred(order(petition));
        }
        for (String name : List.of("root.1", "vault.1")) {
            Files.copy(copy.resolve(name), directory.resolve(name));
        }
        var files = new RecordingFiles(directory);
        try (FileVault vault = open(files)) {
            assertThat(vault.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
        assertThat(files.done)
                .containsExactly(
                        "sync directory",
                        "overwrite root.1",
                        "sync root.1",
                        "delete root.1",
                        "sync directory",
                        "delete vault.1",
                        "sync directory");
    }

    @Test
    void files_that_do_not_open_are_never_replaced_by_an_empty_vault() throws Exception {
        try (KeyVault vault = open()) {
            vault.create(petition);
        }
        Files.write(directory.resolve("root.1"), new byte[32]);
        byte[] before = Files.readAllBytes(directory.resolve("vault.1"));
        assertThatThrownBy(this::open).isInstanceOf(VaultUnavailableException.class);
        Files.delete(directory.resolve("root.1"));
        assertThatThrownBy(this::open).isInstanceOf(VaultUnavailableException.class);
        assertThat(directory.resolve("vault.1")).hasBinaryContent(before);
    }

    @Test
    void a_failed_sync_halts_the_process_and_is_not_repeated() throws Exception {
        var files = new RecordingFiles(directory);
        FileVault vault = open(files);
        vault.create(petition);
        files.syncFailsAt = files.done.size() + 3;
        assertThatThrownBy(() -> vault.shred(order(petition)))
                .isInstanceOf(VaultUnavailableException.class);
        assertThat(halts).hasValue(1);
        int done = files.done.size();
        assertThatThrownBy(() -> vault.hmac(petition, MESSAGE))
                .isInstanceOf(VaultUnavailableException.class);
        assertThatThrownBy(() -> vault.create(other)).isInstanceOf(VaultUnavailableException.class);
        assertThat(files.done).hasSize(done);
    }

    @Test
    void a_full_disk_is_no_reason_to_halt() throws Exception {
        var files = new RecordingFiles(directory);
        try (FileVault vault = open(files)) {
            files.writesFail = true;
            assertThatThrownBy(() -> vault.create(petition))
                    .isInstanceOf(VaultUnavailableException.class);
            files.writesFail = false;
            assertThat(vault.create(petition)).isEqualTo(Creation.CREATED);
        }
        assertThat(halts).hasValue(0);
    }

    @Test
    void a_key_is_cached_and_the_disk_asked_ten_times_a_second_at_most() throws Exception {
        var files = new RecordingFiles(directory);
        try (FileVault vault = open(files)) {
            vault.create(petition);
            int looks = files.looks;
            for (int n = 0; n < 1000; n++) {
                clock.advance(Duration.ofMillis(1));
                mac(vault, petition);
            }
            assertThat(files.looks - looks).isBetween(9, 11);
        }
    }

    @Test
    void an_instance_that_was_paused_looks_before_its_first_hmac() throws Exception {
        try (FileVault paused = open(new VaultFiles(directory));
                FileVault running = open(new VaultFiles(directory))) {
            running.create(petition);
            mac(paused, petition);
            running.shred(order(petition));
            assertThat(paused.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
    }

    @Test
    void a_machine_that_was_suspended_is_known_by_its_wall_clock() throws Exception {
        try (FileVault suspended = open(new VaultFiles(directory));
                FileVault running = open(new VaultFiles(directory))) {
            running.create(petition);
            mac(suspended, petition);
            long nanos = clock.nanos.get();
            running.shred(order(petition));
            clock.nanos.set(nanos);
            clock.millis.addAndGet(60_000);
            assertThat(suspended.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
    }

    @Test
    void an_hmac_computed_across_a_pause_is_thrown_away() throws Exception {
        var pausing = new TestClock();
        try (var paused =
                        new FileVault(
                                new VaultFiles(directory),
                                orderKeys,
                                LEASE,
                                pausing,
                                halts::incrementAndGet);
                FileVault running = open(new VaultFiles(directory))) {
            running.create(petition);
            mac(paused, petition);
            // The lease is asked for before and after the HMAC: between the two the pause comes.
            pausing.duringNextHmac(
                    () -> {
                        running.shred(order(petition));
                        pausing.advance(Duration.ofMinutes(1));
                    });
            assertThat(paused.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Shredded());
        }
    }

    @Test
    void a_shredding_is_told_after_the_last_lease_and_again_after_a_restart() throws Exception {
        try (FileVault vault = open(new VaultFiles(directory))) {
            vault.create(petition);
            long before = clock.nanos.get();
            vault.shred(order(petition));
            assertThat(clock.nanos.get() - before).isGreaterThan(LEASE.toNanos());
            before = clock.nanos.get();
            vault.shred(order(petition));
            assertThat(clock.nanos.get() - before).isZero();
        }
        try (FileVault restarted = open(new VaultFiles(directory))) {
            long before = clock.nanos.get();
            restarted.shred(order(petition));
            assertThat(clock.nanos.get() - before).isGreaterThan(LEASE.toNanos());
        }
    }

    @Test
    void only_the_owner_reads_the_files() throws Exception {
        Path nested = directory.resolve("vault");
        try (FileVault vault = open(new VaultFiles(nested))) {
            vault.create(petition);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nested)))
                .isEqualTo("rwx------");
        for (String name : List.of("root.1", "vault.1")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(nested.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_file_is_as_documented() throws Exception {
        byte[] mac;
        try (KeyVault vault = open()) {
            vault.create(petition);
            mac = mac(vault, petition);
        }
        byte[] file = Files.readAllBytes(directory.resolve("vault.1"));
        var root = new SecretKeySpec(Files.readAllBytes(directory.resolve("root.1")), "AES");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, root, new GCMParameterSpec(128, file, 20, 12));
        cipher.updateAAD(file, 0, 20);
        ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(file, 32, file.length - 32));
        assertThat(new String(file, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("LYHVAULT");
        assertThat(plain.getInt()).isEqualTo(1);
        assertThat(plain.getLong()).isEqualTo(petition.getMostSignificantBits());
        assertThat(plain.getLong()).isEqualTo(petition.getLeastSignificantBits());
        byte[] key = new byte[32];
        plain.get(key);
        assertThat(plain.getInt()).isZero();
        var hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertThat(hmac.doFinal(MESSAGE)).isEqualTo(mac);
    }

    @Test
    void no_hmac_is_wrong_while_keys_are_read_anew() throws Exception {
        try (KeyVault first = open();
                KeyVault second = open();
                var threads = Executors.newFixedThreadPool(4)) {
            first.create(petition);
            byte[] expected = mac(first, petition);
            var users =
                    IntStream.range(0, 4)
                            .mapToObj(
                                    user ->
                                            threads.submit(
                                                    () -> {
                                                        for (int n = 0; n < 20_000; n++) {
                                                            assertThat(mac(second, petition))
                                                                    .isEqualTo(expected);
                                                        }
                                                    }))
                            .toList();
            for (int n = 0; n < 20; n++) {
                first.create(UUID.randomUUID());
                second.create(UUID.randomUUID());
            }
            for (var user : users) {
                user.get();
            }
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The power goes: an error, so that nothing in the vault takes it for a refusal. */
    private static final class Crash extends Error {}

    private static final class RecordingFiles extends VaultFiles {

        final List<String> done = new ArrayList<>();
        int crashAt = Integer.MAX_VALUE;
        int syncFailsAt = Integer.MAX_VALUE;
        int looks;
        boolean writesFail;

        RecordingFiles(Path directory) throws IOException {
            super(directory);
        }

        private void record(String operation) {
            done.add(operation);
            if (done.size() == crashAt) {
                throw new Crash();
            }
        }

        @Override
        long length(String name) {
            looks++;
            return super.length(name);
        }

        @Override
        void write(String name, byte[] bytes) throws IOException {
            if (writesFail) {
                throw new IOException("No space left on device");
            }
            record("write " + name);
            super.write(name, bytes);
        }

        @Override
        void overwrite(String name, byte[] bytes) throws IOException {
            record("overwrite " + name);
            super.overwrite(name, bytes);
        }

        @Override
        void sync(String name) throws IOException {
            record("sync " + name);
            failSync();
            super.sync(name);
        }

        @Override
        void syncDirectory() throws IOException {
            record("sync directory");
            failSync();
            super.syncDirectory();
        }

        private void failSync() throws IOException {
            if (done.size() == syncFailsAt) {
                throw new VaultBrokenException("Input/output error", null);
            }
        }

        @Override
        void rename(String from, String to) throws IOException {
            record("rename " + from + " " + to);
            super.rename(from, to);
        }

        @Override
        void delete(String name) throws IOException {
            record("delete " + name);
            super.delete(name);
        }
    }
}
