package se.lyhord.local.run;

import org.jspecify.annotations.Nullable;

/** The five services. */
public enum Service {
    PETITION("petition-service", "petition", true),
    VOTING("voting-service", "voting", true),
    TALLY("tally-projector", "tally", true),
    MODERATION("moderation-service", "moderation", false),
    GATEWAY("identity-gateway", null, false);

    private final String module;
    private final @Nullable String database;
    private final boolean scalable;

    Service(String module, @Nullable String database, boolean scalable) {
        this.module = module;
        this.database = database;
        this.scalable = scalable;
    }

    /** Name of the Maven module and of the process. */
    public String module() {
        return module;
    }

    /** Its database, and the beginning of its roles' names; null if it has none. */
    public @Nullable String database() {
        return database;
    }

    /** Whether it may run several times behind the gateway; the others have a port people know. */
    public boolean isScalable() {
        return scalable;
    }

    /** How an instance is called in the log folder and on the console. */
    String instance(int number) {
        return number == 1 ? module : module + "-" + number;
    }
}
