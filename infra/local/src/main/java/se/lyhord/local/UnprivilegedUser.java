package se.lyhord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL is started by root, which it refuses to run as. */
public enum UnprivilegedUser {
    /** We are not root: nothing to do. */
    SELF {
        @Override
        List<String> prefix() {
            return List.of();
        }

        @Override
        void own(Path directory) {}
    },
    /** A user namespace without mappings: "nobody" inside, files stay ours outside. */
    NAMESPACE {
        @Override
        List<String> prefix() {
            return List.of("unshare", "--user");
        }

        @Override
        void own(Path directory) {}
    },
    /** Another user id for the process, which must then own the data. */
    NOBODY {
        @Override
        List<String> prefix() {
            return List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        }

        @Override
        void own(Path directory) {
            if (!succeeds(List.of("chown", "-R", "nobody:nogroup", directory.toString()))) {
                throw new LocalFailure("Could not give " + directory + " to the user nobody.");
            }
        }
    };

    /** Goes before the command of a program that refuses root. */
    abstract List<String> prefix();

    /** Makes the directory usable for the user the program will run as. */
    abstract void own(Path directory);

    /**
     * Finds a way that works on this machine.
     *
     * @throws LocalFailure if we are root and there is none
     */
    public static UnprivilegedUser find() {
        if (!isRoot()) {
            return SELF;
        }
        for (UnprivilegedUser way : List.of(NAMESPACE, NOBODY)) {
            List<String> trial = new ArrayList<>(way.prefix());
            trial.add("true");
            if (succeeds(trial)) {
                return way;
            }
        }
        throw new LocalFailure(
                "PostgreSQL refuses to run as root and neither unshare nor setpriv works here:"
                        + " install util-linux, or run as an ordinary user.");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
