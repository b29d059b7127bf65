package se.lyhord.keyvault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * The operator's command for the next signing key. It is drawn and vouched for while the present
 * key is there, and put aside; when the present one is to be replaced, or is lost, it takes over.
 *
 * <pre>
 * java -cp 'lib/*' se.lyhord.keyvault.SuccessorKey DIRECTORY certificate prepare KID
 * java -cp 'lib/*' se.lyhord.keyvault.SuccessorKey DIRECTORY certificate use
 * </pre>
 *
 * <p>{@code prepare} adds the public half to {@code certificate-keys.json}, which is published and
 * copied to whoever verifies, and writes {@code certificate.next.key.pem}, to be kept elsewhere and
 * brought back for {@code use}. The service takes up the key at its next start. The keys of orders
 * to shred are {@code shred-order} instead.
 */
public final class SuccessorKey {

    private static final Pattern PURPOSE = Pattern.compile("certificate|shred-order");

    private final Path history;
    private final Path present;
    private final Path next;

    /**
     * @param directory the signing service's; must exist
     * @param purpose {@code certificate} or {@code shred-order}
     */
    public SuccessorKey(Path directory, String purpose) {
        this.history = directory.resolve(purpose + "-keys.json");
        this.present = directory.resolve(purpose + ".key.pem");
        this.next = directory.resolve(purpose + ".next.key.pem");
    }

    /** Runs the command; exits with 0 when done, 1 when it could not be, 2 when misspelt. */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        boolean known = args.length >= 3 && PURPOSE.matcher(args[1]).matches();
        try {
            if (known && args.length == 4 && args[2].equals("prepare")) {
                new SuccessorKey(Path.of(args[0]), args[1]).prepare(args[3]);
                out.println("Prepared. Publish the key history, and keep the new key elsewhere.");
                return 0;
            }
            if (known && args.length == 3 && args[2].equals("use")) {
                new SuccessorKey(Path.of(args[0]), args[1]).use();
                out.println("Done. The service signs with it from its next start on.");
                return 0;
            }
        } catch (IOException | IllegalArgumentException e) {
            out.println("Refused: " + e.getMessage());
            return 1;
        }
        out.println(
                "Usage: successor-key DIRECTORY (certificate | shred-order) (prepare KID | use)");
        return 2;
    }

    /**
     * Draws the successor, lets the present key vouch for it and adds it to the history.
     *
     * @throws IOException if a successor is there already, or the present key is not
     * @throws IllegalArgumentException if the kid is taken or none
     */
    public void prepare(String kid) throws IOException {
        if (Files.exists(next)) {
            throw new FileAlreadyExistsException(next.toString());
        }
        PublicKeyHistory keys = PublicKeyHistory.read(history);
        SigningKey predecessor = SigningKey.read(present, keys);
        SigningKey.Generated successor = SigningKey.generate(kid);
        PublicKeyHistory longer = keys.followedBy(predecessor, kid, successor.publicKey());
        successor.signingKey().write(next);
        longer.write(history);
    }

    /**
     * Puts the successor in the place of the present key, which may be lost.
     *
     * @throws IOException if it is not there, or not in the history
     */
    public void use() throws IOException {
        if (!Files.exists(next)) {
            throw new NoSuchFileException(next.toString());
        }
        SigningKey.read(next, PublicKeyHistory.read(history));
        Files.move(
                next, present, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
