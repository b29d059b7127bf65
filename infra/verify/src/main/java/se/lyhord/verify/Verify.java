package se.lyhord.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command behind {@code ./verify}: exits with 0 when all holds, 1 when not, 2 when misspelt.
 */
@Command(
        name = "./verify",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Checks a certified count from the published files, without asking anybody.")
public final class Verify implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The receipt codes, trackers.txt.")
    private Path list = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "CERTIFICATE",
            description = "The closing certificate, certificate.json.")
    private Path certificate = Path.of("");

    @Parameters(
            index = "2",
            paramLabel = "KEY",
            description = "The keys that certificates are signed with, keys.json.")
    private Path keys = Path.of("");

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "The certificate's signature; else beside it, ending in .sig.")
    private @Nullable Path signature;

    @Option(
            names = "--tracker",
            paramLabel = "CODE",
            description = "Look for this receipt code in the list.")
    private @Nullable String tracker;

    @Option(names = "--lang", paramLabel = "sv|en", description = "Language; else by LANG.")
    private @Nullable String language;

    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new CommandLine(new Verify(out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        Words words = Words.in(locale());
        try {
            return check(words);
        } catch (UnreadableFile unreadable) {
            out.println("✗ " + words.say(unreadable.why, unreadable.file));
            return 1;
        }
    }

    private int check(Words words) throws UnreadableFile {
        TrackerList trackers = new TrackerList(read(list));
        byte[] signed = read(certificate);
        List<Finding> findings;
        try {
            findings = CountCheck.run(trackers, signed, read(signatureFile()), read(keys));
        } catch (IOException e) {
            throw new UnreadableFile("no-certificate", certificate);
        }
        boolean all = true;
        for (Finding finding : findings) {
            String key = finding.check() + (finding.holds() ? ".holds" : ".fails");
            out.println(
                    (finding.holds() ? "✓ " : "✗ ") + words.say(key, finding.details().toArray()));
            all &= finding.holds();
        }
        out.println();
        out.println(words.say(all ? "proves" : "refused"));
        return all & find(words, trackers) ? 0 : 1;
    }

    private boolean find(Words words, TrackerList trackers) {
        if (tracker == null) {
            return true;
        }
        int line = trackers.lineOf(tracker);
        out.println();
        out.println(
                line > 0
                        ? "✓ " + words.say("tracker.there", line, trackers.count())
                        : "✗ " + words.say("tracker.absent"));
        return line > 0;
    }

    private Path signatureFile() {
        String beside = certificate.getFileName().toString().replaceFirst("\\.json$", "") + ".sig";
        return signature == null ? certificate.resolveSibling(beside) : signature;
    }

    /** Swedish, unless English is asked for or is the terminal's. */
    private Locale locale() {
        String wanted = language == null ? Locale.getDefault().getLanguage() : language;
        return wanted.startsWith("en") ? Locale.ENGLISH : Locale.of("sv");
    }

    private record Words(ResourceBundle texts, Locale locale) {

        /** Never the machine's language where another was asked for. */
        static Words in(Locale locale) {
            var control =
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES);
            return new Words(ResourceBundle.getBundle("verify", locale, control), locale);
        }

        String say(String key, Object... details) {
            return new MessageFormat(texts.getString(key), locale).format(details);
        }
    }

    private static byte[] read(Path file) throws UnreadableFile {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableFile("unreadable", file);
        }
    }

    private static final class UnreadableFile extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;
        private final String file;

        private UnreadableFile(String why, Path file) {
            super(why);
            this.why = why;
            this.file = file.toString();
        }
    }
}
