package se.lyhord.voting.cast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.BoxLock;

/**
 * Commands to be committed together, by box and voter: each voter's commands once and in order, the
 * voters in hash order. So arrival order is hidden, and two groups cannot deadlock.
 */
final class Group {

    private static final Comparator<UUID> KEY_ORDER =
            Comparator.comparingLong(BoxLock::key).thenComparing(Comparator.naturalOrder());

    private final SortedMap<UUID, SortedMap<VoterHash, List<Waiting>>> boxes =
            new TreeMap<>(KEY_ORDER);

    Group(Collection<Waiting> commands) {
        for (Waiting command : commands) {
            boxes.computeIfAbsent(command.petition(), box -> new TreeMap<>())
                    .computeIfAbsent(command.voter(), voter -> new ArrayList<>())
                    .add(command);
        }
    }

    /** The boxes, in the order of their locks. */
    List<UUID> petitions() {
        return List.copyOf(boxes.keySet());
    }

    /** The voters of a box, in hash order, each with their commands in order of arrival. */
    SortedMap<VoterHash, List<Waiting>> voters(UUID petition) {
        return boxes.getOrDefault(petition, Collections.emptySortedMap());
    }

    /** All commands for a box. */
    List<Waiting> commands(UUID petition) {
        return voters(petition).values().stream().flatMap(List::stream).toList();
    }
}
