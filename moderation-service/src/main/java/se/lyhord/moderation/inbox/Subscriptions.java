package se.lyhord.moderation.inbox;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.exchange.Inbox;
import se.lyhord.moderation.outcome.ClosedPetitions;
import se.lyhord.moderation.receive.WhenPetitionSubmittedThenReceive;
import se.lyhord.moderation.receive.WhenPetitionWithdrawnThenDrop;

/** The topics this service reads, and which stage each event goes to. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> petitions(
            Inbox inbox,
            WhenPetitionSubmittedThenReceive whenSubmitted,
            WhenPetitionWithdrawnThenDrop whenWithdrawn,
            ClosedPetitions closedPetitions) {
        return inbox.topic("petitions")
                .on(
                        PetitionSubmitted.class,
                        event ->
                                whenSubmitted.receive(
                                        event.petitionId(),
                                        event.textVersion(),
                                        event.textDigest(),
                                        event.language(),
                                        event.submittedAt()))
                .on(
                        PetitionWithdrawn.class,
                        event -> whenWithdrawn.drop(event.petitionId(), event.withdrawnAt()))
                .on(
                        PetitionClosed.class,
                        event -> closedPetitions.closed(event.petitionId(), event.closedAt()))
                .on(
                        PetitionHandedOver.class,
                        event ->
                                closedPetitions.handedOver(
                                        event.petitionId(),
                                        event.handOverVersion(),
                                        event.committee(),
                                        event.registryNumber(),
                                        event.handedOverOn()))
                .on(
                        OutcomeRecorded.class,
                        event ->
                                closedPetitions.recorded(
                                        event.petitionId(),
                                        event.outcomeVersion(),
                                        event.decision(),
                                        event.decidedOn(),
                                        event.committee(),
                                        event.registryNumber()))
                .consumer();
    }
}
