package se.lyhord.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.lyhord.local.LocalFailure;

/** The command behind {@code ./bench}. */
@Command(
        name = "./bench",
        subcommands = {
            Votes.class,
            Close.class,
            Rebuild.class,
            Pages.class,
            Overload.class,
            Rolling.class,
            Soak.class,
            CommandLine.HelpCommand.class
        },
        description = "Measures how fast Lyhörd is on this machine.")
public final class Bench {

    private Bench() {}

    /** Runs the command; the script gives the checkout as a system property. */
    public static void main(String[] arguments) {
        CommandLine command =
                new CommandLine(new Bench())
                        .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure));
        System.exit(command.execute(arguments));
    }

    private static int explain(Exception failure) {
        if (failure instanceof LocalFailure) {
            System.err.println("✗ " + failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return 1;
    }
}
