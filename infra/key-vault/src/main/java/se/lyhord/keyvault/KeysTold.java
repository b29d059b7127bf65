package se.lyhord.keyvault;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What has been told to others of a vault's keys, and cannot be taken back.
 *
 * @param created petitions that got a key
 * @param shredded petitions whose key was destroyed, with the generation that was told
 * @param certified petitions whose certificate says so
 */
public record KeysTold(Set<UUID> created, Map<UUID, Long> shredded, Set<UUID> certified) {

    /** Takes copies. */
    public KeysTold {
        created = Set.copyOf(created);
        shredded = Map.copyOf(shredded);
        certified = Set.copyOf(certified);
    }
}
