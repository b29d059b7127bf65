package se.lyhord.voting.inbox;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.TryAgainLater;
import se.lyhord.keyvault.VaultUnavailableException;
import se.lyhord.voting.fence.WhenPetitionClosedThenFence;
import se.lyhord.voting.open.WhenDeadlineChangedThenMoveIt;
import se.lyhord.voting.open.WhenPetitionOpenedThenOpenBallotBox;
import se.lyhord.voting.shred.WhenTallyFinalizedThenShred;

/** Which events this service listens to, and which stage each is for. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> petitions(
            Inbox inbox,
            WhenPetitionOpenedThenOpenBallotBox open,
            WhenDeadlineChangedThenMoveIt deadline,
            WhenPetitionClosedThenFence fence) {
        return inbox.topic("petitions")
                .on(
                        PetitionOpened.class,
                        event ->
                                withVault(
                                        () ->
                                                open.open(
                                                        event.petitionId(),
                                                        event.closesAt(),
                                                        event.revision())))
                .on(
                        VotingPeriodExtended.class,
                        event ->
                                deadline.move(
                                        event.petitionId(), event.closesAt(), event.revision()))
                .on(
                        VotingEndedAfterKeyLoss.class,
                        event ->
                                deadline.move(
                                        event.petitionId(), event.closesAt(), event.revision()))
                .on(
                        PetitionClosed.class,
                        event ->
                                withVault(() -> fence.closed(event.petitionId(), event.revision())))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> tally(Inbox inbox, WhenTallyFinalizedThenShred shred) {
        return inbox.topic("tally")
                .on(TallyFinalized.class, event -> shred.finalised(event.order()))
                .consumer();
    }

    /** A vault that is away is waited for. */
    private static void withVault(Runnable work) {
        try {
            work.run();
        } catch (VaultUnavailableException e) {
            throw new TryAgainLater("the key vault", e);
        }
    }
}
