package se.lyhord.gateway.published;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import se.lyhord.exchange.OncePublisher;

class KeyEventsTest {

    private static final UUID PETITION = UUID.randomUUID();

    private final OncePublisher publisher = mock(OncePublisher.class);
    private final KeyEvents events = new KeyEvents(publisher);

    @Test
    void aKeysLifeIsNumberedWithoutAGap() {
        events.created(PETITION, "file");
        events.shredded(PETITION, "file", 2, false);

        InOrder told = inOrder(publisher);
        told.verify(publisher)
                .publish("keys", PETITION, 1, new PseudonymKeyCreated(PETITION, "file"));
        told.verify(publisher)
                .publish("keys", PETITION, 2, new PseudonymKeyShredded(PETITION, "file", 2));
    }

    @Test
    void soIsALostKeys() {
        events.created(PETITION, "file");
        events.lost(PETITION);
        events.shredded(PETITION, "file", 3, true);

        InOrder told = inOrder(publisher);
        told.verify(publisher)
                .publish("keys", PETITION, 1, new PseudonymKeyCreated(PETITION, "file"));
        told.verify(publisher).publish("keys", PETITION, 2, new PseudonymKeyLost(PETITION));
        told.verify(publisher)
                .publish("keys", PETITION, 3, new PseudonymKeyShredded(PETITION, "file", 3));
    }
}
