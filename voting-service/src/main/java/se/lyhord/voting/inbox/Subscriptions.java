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
import se.lyhord.voting.shred.NotForgottenYet;
import se.lyhord.voting.shred.WhenRestoredThenForget;
import se.lyhord.voting.shred.WhenTallyFinalizedThenShred;
import se.lyhord.voting.suspend.WhenPetitionTakenDownThenSuspend;

/** Which events this service listens to, and which stage each is for. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> petitions(
            Inbox inbox,
            WhenPetitionOpenedThenOpenBallotBox open,
            WhenDeadlineChangedThenMoveIt deadline,
            WhenPetitionTakenDownThenSuspend suspend,
            WhenPetitionClosedThenFence fence) {
        return inbox.topic("petitions")
                .on(
                        PetitionOpened.class,
                        event -> {
                            withVault(
                                    () ->
                                            open.open(
                                                    event.petitionId(),
                                                    event.closesAt(),
                                                    event.revision()));
                            suspend.opened(event.petitionId());
                        })
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
                        VotingEndedAfterTakeDown.class,
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
    Consumer<Message<byte[]>> moderation(Inbox inbox, WhenPetitionTakenDownThenSuspend suspend) {
        return inbox.topic("moderation")
                .on(PetitionTakenDown.class, event -> suspend.takenDown(event.petitionId()))
                .on(PetitionRestored.class, event -> suspend.restored(event.petitionId()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> tally(
            Inbox inbox, WhenTallyFinalizedThenShred shred, WhenRestoredThenForget restored) {
        return inbox.topic("tally")
                .on(TallyFinalized.class, event -> shred.finalised(event.order()))
                .on(
                        PetitionCertified.class,
                        event -> untilForgotten(() -> restored.certified(event.petitionId())))
                .consumer();
    }

    private static void untilForgotten(Runnable work) {
        try {
            work.run();
        } catch (NotForgottenYet e) {
            throw new TryAgainLater("what the salt's end needs", e);
        }
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
