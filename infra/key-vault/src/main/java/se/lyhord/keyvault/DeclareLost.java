package se.lyhord.keyvault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator's command after a disaster: a petition's key is gone without an order, and nobody
 * can vote on it any more. Two operators do it, one after the other, on the machine of the vault,
 * whose services may be running:
 *
 * <pre>
 * java -cp 'lib/*' se.lyhord.keyvault.DeclareLost DIRECTORY PETITION --by NAME
 * java -cp 'lib/*' se.lyhord.keyvault.DeclareLost DIRECTORY PETITION --confirmed-by OTHER-NAME
 * </pre>
 *
 * <p>The first notes it in the vault's directory and changes nothing; the second carries it out. A
 * vault whose files do not open is refused: first {@code root.*} and {@code vault.*} have to be
 * brought back, or deleted. Who may call himself what is for the machine's own access rights.
 */
public final class DeclareLost {

    private static final Pattern NAME = Pattern.compile("[a-z0-9._@-]{1,64}");
    private static final ShredOrderKeys NO_ORDERS = (kid, message, signature) -> false;

    private final Path directory;
    private final Duration lease;

    /**
     * @param directory the vault's; must exist
     * @param lease as the vault's instances have it
     */
    public DeclareLost(Path directory, Duration lease) {
        this.directory = directory;
        this.lease = lease;
    }

    /** What came of the command. */
    public enum Outcome {
        /** A second operator has to confirm it now. */
        NOTED("Noted. Another operator now confirms with --confirmed-by."),
        /** The petition's key counts as lost, and every instance knows it. */
        DECLARED("The key is declared lost. The petition takes no more votes."),
        /** Refused: the vault holds the key. */
        KEY_IS_THERE("Refused: the key is there."),
        /** Refused: the key has been destroyed on order. */
        SHREDDED("Refused: the key has been destroyed on order."),
        /** Refused: nobody has noted it. */
        NOT_NOTED("Refused: a first operator has to note it with --by."),
        /** Refused: whoever noted it cannot confirm it. */
        SAME_OPERATOR("Refused: another operator has to confirm it."),
        /** Refused: there is no such directory. */
        NO_VAULT("Refused: no vault in this directory."),
        /** Refused: the vault's files do not open. */
        DAMAGED("Refused: the vault's files do not open. Bring them back, or delete them first.");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** Whether the command did what was asked. */
        public boolean isDone() {
            return this == NOTED || this == DECLARED;
        }
    }

    /** Runs the command; exits with 0 when done, 1 when refused, 2 when misspelt. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) throws IOException {
        UUID petition = args.length == 4 ? petition(args[1]) : null;
        String operator = args.length == 4 ? args[3].toLowerCase(Locale.ROOT) : "";
        if (petition == null || !NAME.matcher(operator).matches()) {
            out.println("Usage: declare-lost DIRECTORY PETITION (--by | --confirmed-by) NAME");
            return 2;
        }
        var command = new DeclareLost(Path.of(args[0]), FileVault.DEFAULT_LEASE);
        Outcome outcome;
        switch (args[2]) {
            case "--by" -> outcome = command.note(petition, operator);
            case "--confirmed-by" -> outcome = command.confirm(petition, operator);
            default -> {
                out.println("Unknown: " + args[2]);
                return 2;
            }
        }
        out.println(outcome.text);
        return outcome.isDone() ? 0 : 1;
    }

    /**
     * Notes who wants to declare the key lost; the vault stays as it is.
     *
     * @throws IOException if the note can not be written
     */
    public Outcome note(UUID petition, String operator) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Outcome.NO_VAULT;
        }
        try (var vault = FileVault.open(directory, NO_ORDERS, lease)) {
            if (vault.holds(petition)) {
                return Outcome.KEY_IS_THERE;
            }
            if (vault.tombstones().contains(petition)) {
                return Outcome.SHREDDED;
            }
        } catch (VaultDamagedException e) {
            return Outcome.DAMAGED;
        }
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(
                        noteOf(petition),
                        EnumSet.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(operator));
        }
        return Outcome.NOTED;
    }

    /**
     * Declares the key lost, if somebody else has noted it before.
     *
     * @throws IOException if the note can not be read or removed
     */
    public Outcome confirm(UUID petition, String operator) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Outcome.NO_VAULT;
        }
        try {
            if (Files.readString(noteOf(petition)).equalsIgnoreCase(operator)) {
                return Outcome.SAME_OPERATOR;
            }
        } catch (NoSuchFileException e) {
            return Outcome.NOT_NOTED;
        }
        Loss loss;
        try (var vault = FileVault.open(directory, NO_ORDERS, lease)) {
            loss = vault.declareLost(petition);
        } catch (VaultDamagedException e) {
            return Outcome.DAMAGED;
        }
        Files.delete(noteOf(petition));
        return switch (loss) {
            case DECLARED -> Outcome.DECLARED;
            case KEY_IS_THERE -> Outcome.KEY_IS_THERE;
            case SHREDDED -> Outcome.SHREDDED;
        };
    }

    private Path noteOf(UUID petition) {
        return directory.resolve("lost-" + petition + ".note");
    }

    private static @Nullable UUID petition(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
