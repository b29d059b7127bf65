package se.lyhord.faults.load;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One person on one petition, with every tracker they have used. */
public final class Voter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PSEUDONYM_BYTES = 32;
    private static final int TRACKER_BYTES = 16;

    private final byte[] pseudonym = random(PSEUDONYM_BYTES);
    private final List<Ballot> ballots = new CopyOnWriteArrayList<>();

    /** Every tracker so far. */
    public List<Ballot> ballots() {
        return ballots;
    }

    byte[] pseudonym() {
        return pseudonym.clone();
    }

    /** A new tracker of this voter. */
    public Ballot newBallot() {
        return newBallot(HexFormat.of().formatHex(random(TRACKER_BYTES)));
    }

    Ballot newBallot(String tracker) {
        Ballot ballot = new Ballot(tracker);
        ballots.add(ballot);
        return ballot;
    }

    /** The vote that counts, as far as the voter knows; null if there is none. */
    @Nullable Ballot counted() {
        return ballots.stream()
                .filter(ballot -> ballot.standing() == Ballot.Standing.IN)
                .findFirst()
                .orElse(null);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
