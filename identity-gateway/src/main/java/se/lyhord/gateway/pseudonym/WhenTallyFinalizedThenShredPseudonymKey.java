package se.lyhord.gateway.pseudonym;

import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.Shredding;

/** A final tally, signed, is the order to destroy the petition's key. */
@Component
public class WhenTallyFinalizedThenShredPseudonymKey {

    private final KeyVault vault;
    private final KeyAnnouncements announcements;

    WhenTallyFinalizedThenShredPseudonymKey(KeyVault vault, KeyAnnouncements announcements) {
        this.vault = vault;
        this.announcements = announcements;
    }

    /**
     * Destroys the key and, when no instance can use it any more, tells so.
     *
     * @throws se.lyhord.keyvault.ShredOrderRefusedException if the signature does not verify
     */
    public void shred(ShredOrder order) {
        Shredding shredding = vault.shred(order);
        boolean afterLoss = vault.lost().contains(order.petition());
        announcements.shredded(
                order.petition(), shredding.kind(), shredding.generation(), afterLoss);
    }
}
