package se.lyhord.voting.shred;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.keyvault.ShredOrder;

/** What was told of this service's boxes before it started. */
public interface ToldBefore {

    /** Reads it anew; null while it can not be read. */
    @Nullable Told read();

    /**
     * What cannot be taken back.
     *
     * @param fenced orders to shred, each for the cut that this service itself told of the box
     * @param certified orders to shred that are certified, while what this service told of the box
     *     is lost
     * @param shredded petitions whose salt this service told to be destroyed, or whose certificate
     *     says so of a box it told of
     */
    record Told(List<ShredOrder> fenced, List<ShredOrder> certified, Set<UUID> shredded) {

        /** Takes copies. */
        public Told {
            fenced = List.copyOf(fenced);
            certified = List.copyOf(certified);
            shredded = Set.copyOf(shredded);
        }
    }
}
