package se.lyhord.gateway.inbox;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.TryAgainLater;
import se.lyhord.gateway.pseudonym.WhenPetitionOpenedThenCreatePseudonymKey;
import se.lyhord.gateway.pseudonym.WhenTallyFinalizedThenShredPseudonymKey;
import se.lyhord.keyvault.VaultUnavailableException;

/** The topics that the gateway listens to, from their beginning at each start. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> petitionEvents(
            Inbox inbox, WhenPetitionOpenedThenCreatePseudonymKey whenOpened) {
        return inbox.topic("petitions")
                .on(
                        PetitionOpened.class,
                        opened -> patiently(() -> whenOpened.create(opened.petitionId())))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> tallyEvents(
            Inbox inbox, WhenTallyFinalizedThenShredPseudonymKey whenFinal) {
        return inbox.topic("tally")
                .on(
                        TallyFinalized.class,
                        finalized -> patiently(() -> whenFinal.shred(finalized.order())))
                .consumer();
    }

    private static void patiently(Runnable work) {
        try {
            work.run();
        } catch (VaultUnavailableException away) {
            throw new TryAgainLater("key vault", away);
        }
    }
}
