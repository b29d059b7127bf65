package se.lyhord.local;

/**
 * A database of one service and the passwords of its two roles: {@code <service>_owner} migrates,
 * {@code <service>_service} is the application.
 *
 * @param service petition, moderation, tally, voting
 * @param database name of the database
 */
public record ServiceDatabase(
        String service, String database, String ownerPassword, String servicePassword) {

    /** Checks the names, which go into statements. */
    public ServiceDatabase {
        if (!service.matches("[a-z]{1,20}") || !database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a plain name: " + service + ", " + database);
        }
    }

    /** Owns the schema; used by migrations only. */
    public String owner() {
        return service + "_owner";
    }

    /** What the service itself logs in as. */
    public String serviceRole() {
        return service + "_service";
    }

    /** What the service's notices by e-mail log in as, apart from all else that it does. */
    public String followRole() {
        return service + "_follow";
    }

    /** How long a transaction of the service may take; Axon forgets gaps after 60 s. */
    String transactionTimeout() {
        return service.equals("voting") ? "5s" : "20s";
    }

    @Override
    public String toString() {
        return "ServiceDatabase[" + service + ", " + database + "]";
    }
}
