package se.lyhord.gateway.pseudonym;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.Creation;
import se.lyhord.keyvault.KeyVault;

/** An opened petition gets its secret key, once; a repeat changes nothing and is told again. */
@Component
public class WhenPetitionOpenedThenCreatePseudonymKey {

    private final KeyVault vault;
    private final KeyAnnouncements announcements;

    WhenPetitionOpenedThenCreatePseudonymKey(KeyVault vault, KeyAnnouncements announcements) {
        this.vault = vault;
        this.announcements = announcements;
    }

    /** Creates the key, if it is not there or was; then tells that it was created, and lost. */
    public void create(UUID petition) {
        // Told of a destroyed key too: whoever listens takes its destruction only after this.
        Creation creation = vault.create(petition);
        announcements.created(petition, vault.kind());
        if (creation == Creation.LOST) {
            announcements.lost(petition);
        }
    }
}
