package se.lyhord.tally.tally;

/**
 * A destroyed key, as the service that destroyed it told.
 *
 * @param vaultKind the kind of vault it died in, such as {@code file}
 * @param vaultGeneration the vault's first generation without it
 */
public record ShreddedKey(String vaultKind, long vaultGeneration) {

    /** Refuses what could not stand in a certificate. */
    public ShreddedKey {
        if (!vaultKind.matches("[a-z0-9-]{1,32}") || vaultGeneration < 1) {
            throw new IllegalArgumentException("Not a shredded key");
        }
    }
}
