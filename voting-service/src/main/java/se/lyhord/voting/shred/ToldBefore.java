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
     * @param orders to shred, each for the cut that this service itself told of the box or, where
     *     that is lost, certified
     * @param shredded petitions whose salt this service told to be destroyed, or whose certificate
     *     says so
     */
    record Told(List<ShredOrder> orders, Set<UUID> shredded) {

        /** Takes copies. */
        public Told {
            orders = List.copyOf(orders);
            shredded = Set.copyOf(shredded);
        }
    }
}
