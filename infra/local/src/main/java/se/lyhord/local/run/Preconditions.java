package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.UnprivilegedUser;

/** What must hold before anything is started; each failure is one line on what to do. */
final class Preconditions {

    private static final long NEEDED_MIB = 1_024;

    private Preconditions() {}

    static void check(Plan plan) {
        UnprivilegedUser.find();
        disk(plan.layout().state());
        for (Service service : Service.values()) {
            for (int number = 1; number <= plan.instancesOf(service); number++) {
                plan.ports().of(service, number);
                plan.ports().management(service, number);
            }
        }
        for (String part :
                new String[] {
                    "keycloak",
                    "keycloak/management",
                    "mailbox",
                    "mailbox/smtp",
                    "postgres-main",
                    "postgres-votes",
                    "kafka",
                    "kafka/controller"
                }) {
            plan.ports().of(part);
        }
        plan.ports().taken().stream().findFirst().ifPresent(port -> refuse(plan, port));
    }

    private static void refuse(Plan plan, int port) {
        String way =
                port == plan.ports().of(Service.GATEWAY, 1)
                        ? "choose another one with --public-port"
                        : port == plan.ports().of(Service.MODERATION, 1)
                                ? "choose another one with --dashboard-port"
                                : "end what uses it (ss -ltnp shows it)";
        throw new LocalFailure("Port %d is in use: %s.".formatted(port, way));
    }

    private static void disk(Path state) {
        try {
            Files.createDirectories(state);
            long free = Files.getFileStore(state).getUsableSpace() >> 20;
            if (free < NEEDED_MIB) {
                throw new LocalFailure(
                        "Only %d MB are free where %s is; Lyhörd needs %d MB."
                                .formatted(free, state, NEEDED_MIB));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
