package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances of one vault in processes of their own: lock, lease, freeze and kill for real. */
@Tag("slow")
class TwoProcessesTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir Path directory;

    @Test
    void creates_and_shreds_of_two_processes_do_not_undo_each_other() throws Exception {
        List<UUID> petitions = Stream.generate(UUID::randomUUID).limit(40).toList();
        Set<UUID> ended = Set.copyOf(petitions.subList(0, 10));
        try (var one = started(SHORT);
                var other = started(SHORT);
                var threads = Executors.newFixedThreadPool(2)) {
            var random = new Random(1);
            var answers =
                    threads.invokeAll(
                            List.of(
                                    work(one, petitions, ended, random.nextLong()),
                                    work(other, petitions, ended, random.nextLong())));
            Map<String, String> first = answers.get(0).get();
            Map<String, String> second = answers.get(1).get();
            for (UUID petition : petitions) {
                String create = "create " + petition;
                assertThat(List.of(first.get(create), second.get(create)))
                        .containsOnlyOnce("CREATED");
                String hmac = "hmac " + petition;
                assertThat(one.ask(hmac))
                        .isEqualTo(other.ask(hmac))
                        .matches(ended.contains(petition) ? "Shredded" : "[0-9a-f]{64}");
                String shred = "shred " + petition;
                assertThat(first.get(shred)).isEqualTo(second.get(shred));
            }
            assertThat(new HashSet<>(first.values())).contains("2", "11");
        }
        try (FileVault vault = FileVault.open(directory, VaultProcess.ANY, SHORT)) {
            assertThat(vault.tombstones()).isEqualTo(ended);
            assertThat(vault.generation()).isEqualTo(11);
        }
    }

    @Test
    void a_frozen_process_computes_nothing_after_the_shredding_was_told() throws Exception {
        Duration lease = Duration.ofMillis(400);
        try (var frozen = started(lease);
                FileVault vault = FileVault.open(directory, VaultProcess.ANY, lease)) {
            for (int round = 0; round < 5; round++) {
                UUID petition = UUID.randomUUID();
                vault.create(petition);
                assertThat(frozen.ask("use " + petition)).isEqualTo("using");
                Thread.sleep(100 + 7 * round);
                frozen.freeze();
                vault.shred(VaultProcess.order(petition));
                // One clock for both: the system's monotonic one.
                long told = System.nanoTime();
                frozen.thaw();
                String[] heard = frozen.hear().split(" ");
                assertThat(heard[0]).isEqualTo("Shredded");
                assertThat(Long.parseLong(heard[1])).isLessThan(told);
                assertThat(Integer.parseInt(heard[2])).isPositive();
            }
        }
    }

    @Test
    void a_frozen_process_that_holds_no_lock_holds_nobody_up() throws Exception {
        try (var frozen = started(SHORT);
                FileVault vault = FileVault.open(directory, VaultProcess.ANY, SHORT)) {
            UUID petition = UUID.randomUUID();
            vault.create(petition);
            frozen.ask("hmac " + petition);
            frozen.freeze();
            UUID another = UUID.randomUUID();
            assertThat(vault.create(another)).isEqualTo(Creation.CREATED);
            vault.shred(VaultProcess.order(petition));
            frozen.thaw();
            assertThat(frozen.ask("hmac " + petition)).isEqualTo("Shredded");
            assertThat(frozen.ask("hmac " + another))
                    .isEqualTo(VaultProcess.text(vault.hmac(another, VaultProcess.MESSAGE)));
        }
    }

    @Test
    void what_a_killed_process_has_said_stays_true() throws Exception {
        Map<UUID, String> created = new HashMap<>();
        Set<UUID> shredded = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            try (var victim = started(Duration.ofMillis(2))) {
                victim.say("churn " + new UUID(0, 0));
                for (int n = 0; n < 20; n++) {
                    remember(victim.hear(), created, shredded);
                }
                Thread.sleep(round);
                victim.kill();
                for (String line = victim.hear(); line != null; line = victim.hear()) {
                    remember(line, created, shredded);
                }
            }
            try (FileVault vault = FileVault.open(directory, VaultProcess.ANY, SHORT)) {
                created.forEach(
                        (petition, mac) ->
                                assertThat(
                                                VaultProcess.text(
                                                        vault.hmac(petition, VaultProcess.MESSAGE)))
                                        .isEqualTo(mac));
                assertThat(vault.tombstones()).containsAll(shredded);
                assertThat(directory.toFile().list()).hasSize(3);
            }
        }
    }

    private VaultProcess started(Duration lease) throws Exception {
        VaultProcess process = VaultProcess.start(directory, lease);
        assertThat(process.hear()).isEqualTo("ready");
        return process;
    }

    /** Creates all, and shreds some, in an order of its own; what it answered to each. */
    private static Callable<Map<String, String>> work(
            VaultProcess process, List<UUID> petitions, Set<UUID> ended, long seed) {
        return () -> {
            List<UUID> shuffled = new ArrayList<>(petitions);
            Collections.shuffle(shuffled, new Random(seed));
            var answers = new HashMap<String, String>();
            for (UUID petition : shuffled) {
                String create = "create " + petition;
                answers.put(create, process.ask(create));
            }
            for (UUID petition : shuffled) {
                if (ended.contains(petition)) {
                    String shred = "shred " + petition;
                    answers.put(shred, process.ask(shred));
                }
            }
            return answers;
        };
    }

    private static void remember(String line, Map<UUID, String> created, Set<UUID> shredded) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].length() == 64) {
            created.put(UUID.fromString(words[1]), words[2]);
        } else if (words[0].equals("shredded") && words[1].length() == 36) {
            shredded.add(UUID.fromString(words[1]));
        }
    }
}
