package se.lyhord.keyvault;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one generation of a vault holds.
 *
 * @param generation counted from 1
 * @param keys living keys
 * @param tombstones petitions whose keys are destroyed, with the first generation without them
 * @param lost petitions whose keys were declared lost, with the first generation that says so
 */
record VaultContents(
        long generation,
        Map<UUID, VaultKey> keys,
        Map<UUID, Long> tombstones,
        Map<UUID, Long> lost) {

    static VaultContents empty(long generation) {
        return new VaultContents(generation, Map.of(), Map.of(), Map.of());
    }

    VaultContents with(UUID petition, VaultKey key) {
        var more = new HashMap<>(keys);
        more.put(petition, key);
        return new VaultContents(generation, more, tombstones, lost);
    }

    /** The next generation, with a tombstone where the petition's key was. */
    VaultContents without(UUID petition) {
        var fewer = new HashMap<>(keys);
        fewer.remove(petition);
        var more = new HashMap<>(tombstones);
        more.put(petition, generation + 1);
        return new VaultContents(generation + 1, fewer, more, lost);
    }

    /** The next generation, in which the petition has lost its key. */
    VaultContents withLost(UUID petition) {
        var more = new HashMap<>(lost);
        more.put(petition, generation + 1);
        return new VaultContents(generation + 1, keys, tombstones, more);
    }

    @Nullable VaultKey key(UUID petition) {
        return keys.get(petition);
    }

    boolean isShredded(UUID petition) {
        return tombstones.containsKey(petition);
    }

    boolean isLost(UUID petition) {
        return lost.containsKey(petition);
    }

    /** Every generation after the first has ended one petition's key, and none lives again. */
    boolean isConsistent() {
        return tombstones.size() + lost.size() == generation - 1
                && tombstones.values().stream().allMatch(death -> death <= generation)
                && lost.values().stream().allMatch(death -> death <= generation)
                && keys.keySet().stream().noneMatch(tombstones::containsKey)
                && keys.keySet().stream().noneMatch(lost::containsKey);
    }

    /** Overwrites every key: nobody may be using them any more. */
    void destroy() {
        keys.values().forEach(VaultKey::destroy);
    }

    @Override
    public String toString() {
        return "VaultContents[generation=" + generation + "]";
    }
}
