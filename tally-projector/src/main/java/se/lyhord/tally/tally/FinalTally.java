package se.lyhord.tally.tally;

import java.util.UUID;

/**
 * How many votes a petition got, and the digest by which anyone can check the published list.
 *
 * @param petition the petition
 * @param count the number of trackers in the list
 * @param digest SHA-256 of the list, in lower-case hexadecimal
 */
public record FinalTally(UUID petition, long count, String digest) {

    /** Refuses what no recount can have given. */
    public FinalTally {
        if (count < 0 || !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a final tally");
        }
    }
}
