package se.lyhord.voting.ballot;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one voter's stream amounts to.
 *
 * @param events how many events it has
 * @param counted tracker of the vote that counts, or null if none does
 * @param withdrawn trackers of votes taken back
 */
public record VoterState(int events, @Nullable Tracker counted, Set<Tracker> withdrawn) {

    /** A stream without events. */
    public static final VoterState EMPTY = new VoterState(0, null, Set.of());

    /** This state and one event more. */
    public VoterState after(VoteEvent event) {
        return switch (event) {
            case VoteEvent.VoteCast cast ->
                    new VoterState(cast.sequence(), cast.tracker(), withdrawn);
            case VoteEvent.VoteWithdrawn taken -> {
                var more = new HashSet<>(withdrawn);
                more.add(taken.tracker());
                yield new VoterState(taken.sequence(), null, Set.copyOf(more));
            }
        };
    }
}
