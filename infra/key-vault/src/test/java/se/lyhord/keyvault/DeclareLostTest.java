package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.keyvault.DeclareLost.Outcome;

class DeclareLostTest {

    private static final Duration LEASE = Duration.ofMillis(100);
    private static final byte[] MESSAGE = {1};

    @TempDir Path directory;
    private final UUID petition = UUID.randomUUID();

    private DeclareLost command() {
        return new DeclareLost(directory, LEASE);
    }

    private FileVault open() {
        return FileVault.open(directory, (kid, message, signature) -> true, LEASE);
    }

    @Test
    void two_operators_declare_a_key_lost_and_a_running_instance_knows() throws Exception {
        try (FileVault running = open()) {
            long generation = running.generation();
            assertThat(command().note(petition, "anna")).isEqualTo(Outcome.NOTED);
            assertThat(running.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Unknown());
            assertThat(running.generation()).isEqualTo(generation);

            assertThat(command().confirm(petition, "berit")).isEqualTo(Outcome.DECLARED);
            assertThat(running.hmac(petition, MESSAGE)).isEqualTo(new Hmac.Lost());
            assertThat(running.create(petition)).isEqualTo(Creation.LOST);
            assertThat(running.generation()).isEqualTo(generation + 1);
        }
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("lock", "root.2", "vault.2");
    }

    @Test
    void nobody_declares_a_key_lost_alone() throws Exception {
        assertThat(command().confirm(petition, "berit")).isEqualTo(Outcome.NOT_NOTED);
        command().note(petition, "anna");
        assertThat(command().confirm(petition, "Anna")).isEqualTo(Outcome.SAME_OPERATOR);
        assertThat(command().confirm(UUID.randomUUID(), "berit")).isEqualTo(Outcome.NOT_NOTED);
        try (FileVault vault = open()) {
            assertThat(vault.lost()).isEmpty();
        }
    }

    @Test
    void a_note_is_used_up() throws Exception {
        command().note(petition, "anna");
        command().confirm(petition, "berit");
        assertThat(command().confirm(petition, "berit")).isEqualTo(Outcome.NOT_NOTED);
    }

    @Test
    void a_key_that_is_there_stays() throws Exception {
        command().note(petition, "anna");
        try (FileVault vault = open()) {
            vault.create(petition);
            assertThat(command().note(petition, "anna")).isEqualTo(Outcome.KEY_IS_THERE);
            assertThat(command().confirm(petition, "berit")).isEqualTo(Outcome.KEY_IS_THERE);
            assertThat(vault.hmac(petition, MESSAGE)).isInstanceOf(Hmac.Mac.class);
        }
    }

    @Test
    void a_key_destroyed_on_order_was_not_lost() throws Exception {
        try (FileVault vault = open()) {
            vault.shred(new ShredOrder(petition, 1, "digest", "kid", new byte[64]));
        }
        assertThat(command().note(petition, "anna")).isEqualTo(Outcome.SHREDDED);
    }

    @Test
    void a_damaged_vault_is_left_alone() throws Exception {
        command().note(petition, "anna");
        Files.write(directory.resolve("root.1"), new byte[32]);
        Map<String, String> before = contents();
        assertThat(command().note(petition, "anna")).isEqualTo(Outcome.DAMAGED);
        assertThat(command().confirm(petition, "berit")).isEqualTo(Outcome.DAMAGED);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_misspelt_directory_does_not_become_a_vault() throws Exception {
        Path nowhere = directory.resolve("valut");
        assertThat(run(nowhere.toString(), petition.toString(), "--by", "anna")).isEqualTo(1);
        assertThat(run(nowhere.toString(), petition.toString(), "--confirmed-by", "berit"))
                .isEqualTo(1);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void what_is_misspelt_is_not_done() throws Exception {
        String vault = directory.toString();
        assertThat(run(vault, petition.toString(), "--by")).isEqualTo(2);
        assertThat(run(vault, "no-uuid", "--by", "anna")).isEqualTo(2);
        assertThat(run(vault, petition.toString(), "--by", "an na")).isEqualTo(2);
        assertThat(run(vault, petition.toString(), "--for", "anna")).isEqualTo(2);
        assertThat(run(vault, petition.toString(), "--by", "anna")).isZero();
        assertThat(run(vault, petition.toString(), "--confirmed-by", "ANNA")).isEqualTo(1);
    }

    private static int run(String... args) throws Exception {
        return DeclareLost.run(args, new PrintStream(new ByteArrayOutputStream()));
    }

    private Map<String, String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        for (String name : directory.toFile().list()) {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            contents.put(name, HexFormat.of().formatHex(bytes));
        }
        return contents;
    }
}
