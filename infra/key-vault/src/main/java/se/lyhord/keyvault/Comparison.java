package se.lyhord.keyvault;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A vault beside what was told of it.
 *
 * @param missing petitions that got a key of which the vault knows nothing: to be declared lost, or
 *     the right vault to be brought back
 * @param unshredded petitions whose key was told to be destroyed, and the vault does not know it:
 *     its files are older; the order to shred, given again, sets it right
 * @param generation the vault's
 * @param generationTold the highest that was told
 */
public record Comparison(
        Set<UUID> missing, Set<UUID> unshredded, long generation, long generationTold) {

    static Comparison of(KeyVault vault, KeysTold told) {
        Set<UUID> tombstones = vault.tombstones();
        Set<UUID> lost = vault.lost();
        var missing = new HashSet<UUID>();
        for (UUID petition : told.created()) {
            if (!tombstones.contains(petition)
                    && !lost.contains(petition)
                    && !vault.holds(petition)) {
                missing.add(petition);
            }
        }
        var unshredded = new HashSet<>(told.shredded().keySet());
        unshredded.addAll(told.certified());
        unshredded.removeAll(tombstones);
        missing.removeAll(unshredded);
        return new Comparison(
                missing,
                unshredded,
                vault.generation(),
                told.shredded().values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /**
     * Whether the vault is as new as what was told of it. One that was built anew a second time can
     * lack nothing and still be of a lower generation; declaring an unused id lost raises it.
     */
    public boolean agrees() {
        return missing.isEmpty() && unshredded.isEmpty() && generation >= generationTold;
    }
}
