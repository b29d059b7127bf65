package se.lyhord.gateway.published;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.OncePublisher;
import se.lyhord.gateway.pseudonym.KeyAnnouncements;

/**
 * Publishes what becomes of pseudonym keys. A key has two events in its life, three if it was lost,
 * so their numbers are known. What was told stays as it was told first: a vault that came back from
 * an old copy destroys a key again, in a later generation than the one that is certified.
 */
@Component
class KeyEvents implements KeyAnnouncements {

    private static final String TOPIC = "keys";
    private static final long CREATED = 1;
    private static final long LOST = 2;

    private final OncePublisher publisher;

    KeyEvents(OncePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void created(UUID petition, String vaultKind) {
        publisher.publish(TOPIC, petition, CREATED, new PseudonymKeyCreated(petition, vaultKind));
    }

    @Override
    public void lost(UUID petition) {
        publisher.publish(TOPIC, petition, LOST, new PseudonymKeyLost(petition));
    }

    @Override
    public void shredded(UUID petition, String vaultKind, long vaultGeneration, boolean afterLoss) {
        publisher.publish(
                TOPIC,
                petition,
                afterLoss ? LOST + 1 : CREATED + 1,
                new PseudonymKeyShredded(petition, vaultKind, vaultGeneration));
    }
}
