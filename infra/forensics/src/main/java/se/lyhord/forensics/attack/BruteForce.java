package se.lyhord.forensics.attack;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries every person there may be against stolen voter hashes. */
public final class BruteForce {

    /** What is tried where a key could not be stolen: something has to be. */
    private static final byte[] NO_KEY = new byte[32];

    private final UUID petition;
    private final Set<String> population;
    private final Set<String> hashes;

    /**
     * @param population twelve digits of everybody who may have voted
     * @param hashes stolen voter hashes in hexadecimal
     */
    public BruteForce(UUID petition, Set<String> population, Set<String> hashes) {
        this.petition = petition;
        this.population = population;
        this.hashes = hashes;
    }

    /**
     * Who is found with the keys that were stolen.
     *
     * @param pseudonymKey null if it was not
     * @param salt null if it was not; then pseudonyms are tried as hashes, too
     */
    public Set<String> found(byte @Nullable [] pseudonymKey, byte @Nullable [] salt) {
        Derivation derivation =
                new Derivation(
                        petition,
                        pseudonymKey == null ? NO_KEY : pseudonymKey,
                        salt == null ? NO_KEY : salt);
        HexFormat hex = HexFormat.of();
        Set<String> found = new HashSet<>();
        for (String digits : population) {
            byte[] pseudonym = derivation.pseudonym(digits);
            byte[] number = digits.getBytes(StandardCharsets.US_ASCII);
            if (hashes.contains(hex.formatHex(derivation.voterHash(pseudonym)))
                    || hashes.contains(hex.formatHex(pseudonym))
                    || hashes.contains(hex.formatHex(derivation.voterHash(number)))) {
                found.add(digits);
            }
        }
        return found;
    }
}
