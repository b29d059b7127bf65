package se.lyhord.voting.ballot;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The boxes in which this instance has committed something since they were last counted. */
public final class ChangedBoxes {

    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

    /** Marks a box. */
    public void add(UUID petition) {
        changed.add(petition);
    }

    /** Unmarks a box, before it is counted, and says whether it was marked. */
    public boolean take(UUID petition) {
        return changed.remove(petition);
    }

    /** The marked boxes at this moment. */
    public Set<UUID> all() {
        return Set.copyOf(changed);
    }
}
