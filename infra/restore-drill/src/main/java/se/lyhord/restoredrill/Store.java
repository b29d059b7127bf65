package se.lyhord.restoredrill;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lyhord.local.Part;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** What can be copied and put back by itself. */
enum Store {
    MAIN("main cluster", Set.of(Service.PETITION, Service.MODERATION, Service.TALLY)),
    VOTES("vote cluster", Set.of(Service.VOTING)),
    KAFKA("Kafka's log", Set.of(Service.values())),
    SALTS("salt vault", Set.of(Service.VOTING)),
    PSEUDONYM_KEYS("gateway's vault", Set.of(Service.GATEWAY));

    private final String words;
    private final Set<Service> users;

    Store(String words, Set<Service> users) {
        this.words = words;
        this.users = users;
    }

    String words() {
        return words;
    }

    /** Who must not run while it is put back. */
    Set<Service> users() {
        return users;
    }

    Path folder(LocalSystem system) {
        Path state = system.plan().layout().state();
        return switch (this) {
            case MAIN -> state.resolve("postgres-main");
            case VOTES -> state.resolve("postgres-votes");
            case KAFKA -> state.resolve("kafka");
            case SALTS -> system.vault(Service.VOTING);
            case PSEUDONYM_KEYS -> system.vault(Service.GATEWAY);
        };
    }

    /** The server that keeps it; a vault has none. */
    @Nullable Part server(LocalSystem system) {
        return switch (this) {
            case MAIN -> system.mainCluster();
            case VOTES -> system.voteCluster();
            case KAFKA -> system.kafka();
            case SALTS, PSEUDONYM_KEYS -> null;
        };
    }
}
