package se.lyhord.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.InputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.TopicHistory;
import se.lyhord.exchange.TryAgainLater;
import se.lyhord.gateway.pseudonym.WhenPetitionOpenedThenCreatePseudonymKey;
import se.lyhord.gateway.pseudonym.WhenTallyFinalizedThenShredPseudonymKey;
import se.lyhord.keyvault.KeysTold;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.VaultUnavailableException;

/** The approved samples reach what they are for. */
class SubscriptionsTest {

    private static final UUID PETITION = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");

    private final Inbox inbox = Inbox.inMemory(Clock.systemUTC());
    private final Subscriptions subscriptions = new Subscriptions();
    private final WhenPetitionOpenedThenCreatePseudonymKey whenOpened =
            mock(WhenPetitionOpenedThenCreatePseudonymKey.class);
    private final WhenTallyFinalizedThenShredPseudonymKey whenFinal =
            mock(WhenTallyFinalizedThenShredPseudonymKey.class);

    @Test
    void anOpenedPetitionGetsAKey() throws Exception {
        subscriptions
                .petitionEvents(inbox, whenOpened)
                .accept(sample("petitions", "PetitionOpened"));

        verify(whenOpened).create(PETITION);
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void aFinalTallyIsTheOrderToShred() throws Exception {
        subscriptions.tallyEvents(inbox, whenFinal).accept(sample("tally", "TallyFinalized"));

        ArgumentCaptor<ShredOrder> order = ArgumentCaptor.forClass(ShredOrder.class);
        verify(whenFinal).shred(order.capture());
        assertThat(order.getValue().petition()).isEqualTo(PETITION);
        assertThat(order.getValue().count()).isEqualTo(3);
        assertThat(order.getValue().kid()).isEqualTo("shred-order-1");
        assertThat(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(order.getValue().signature()))
                .startsWith("ogWg61liD0USCmFuwZjl");
    }

    @Test
    void whatWasToldOfKeysAndCertifiedIsWhatTheVaultIsComparedWith() throws Exception {
        var told =
                new KeysToldOnKafka(
                                TopicHistory.of(
                                        Map.of(
                                                "keys",
                                                List.of(
                                                        sample("keys", "PseudonymKeyCreated"),
                                                        sample("keys", "PseudonymKeyShredded")),
                                                "tally",
                                                List.of(
                                                        sample("tally", "TallyFinalized"),
                                                        sample("tally", "PetitionCertified")))))
                        .read();

        assertThat(told)
                .isEqualTo(new KeysTold(Set.of(PETITION), Map.of(PETITION, 31L), Set.of(PETITION)));
    }

    @Test
    void aVaultThatIsAwayIsWaitedFor() throws Exception {
        doThrow(mock(VaultUnavailableException.class)).when(whenOpened).create(any());
        Consumer<Message<byte[]>> consumer = subscriptions.petitionEvents(inbox, whenOpened);
        Message<byte[]> opened = sample("petitions", "PetitionOpened");

        Assertions.assertThatThrownBy(() -> consumer.accept(opened))
                .isInstanceOf(TryAgainLater.class);
        assertThat(inbox.parked()).isEmpty();
    }

    private static Message<byte[]> sample(String topic, String event) throws Exception {
        String name = "/contracts/" + topic + "/" + event + ".v1.sample.json";
        try (InputStream file = SubscriptionsTest.class.getResourceAsStream(name)) {
            return MessageBuilder.withPayload(file.readAllBytes())
                    .setHeader("kafka_receivedMessageKey", PETITION.toString())
                    .setHeader("lyhord.event.specversion", "1.0")
                    .setHeader("lyhord.event.type", "se.lyhord." + topic + "." + event + ".v1")
                    .setHeader("lyhord.event.number", "1")
                    .build();
        }
    }
}
