package se.lyhord.gateway.pseudonym;

import java.util.UUID;

/** Tells the other services about a petition's pseudonym key. Telling twice does no harm. */
public interface KeyAnnouncements {

    /** The petition has a key. */
    void created(UUID petition, String vaultKind);

    /** The petition's key was declared lost; it gets no other. */
    void lost(UUID petition);

    /**
     * The petition's key is destroyed, in every instance.
     *
     * @param afterLoss whether it had been declared lost before
     */
    void shredded(UUID petition, String vaultKind, long vaultGeneration, boolean afterLoss);
}
