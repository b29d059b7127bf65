package se.lyhord.tally.inbox;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.exchange.Inbox;
import se.lyhord.tally.certify.ClosingEvidence;
import se.lyhord.tally.count.VoteCounts;
import se.lyhord.tally.finalise.FencedBoxes;
import se.lyhord.tally.tally.BallotBoxFence;
import se.lyhord.tally.tally.ShreddedKey;

/** What this service listens to, and who takes it from here. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> petitions(Inbox inbox, VoteCounts counts) {
        return inbox.topic("petitions")
                .on(
                        PetitionOpened.class,
                        event -> counts.opened(event.petitionId(), event.rules().threshold()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> counts(Inbox inbox, VoteCounts counts) {
        return inbox.topic("counts")
                .latestWins()
                .on(VotesCounted.class, event -> counts.counted(event.petitionId(), event.count()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> voting(Inbox inbox, FencedBoxes boxes, ClosingEvidence evidence) {
        return inbox.topic("voting")
                .on(
                        BallotBoxFenced.class,
                        event ->
                                boxes.fenced(
                                        new BallotBoxFence(
                                                event.petitionId(), event.cut(), event.digest())))
                .on(
                        SaltShredded.class,
                        event ->
                                evidence.saltShredded(
                                        event.petitionId(),
                                        new ShreddedKey(
                                                event.vaultKind(), event.vaultGeneration())))
                .on(BallotBoxPurged.class, event -> evidence.ballotBoxPurged(event.petitionId()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> keys(Inbox inbox, ClosingEvidence evidence) {
        return inbox.topic("keys")
                .on(
                        PseudonymKeyShredded.class,
                        event ->
                                evidence.pseudonymKeyShredded(
                                        event.petitionId(),
                                        new ShreddedKey(
                                                event.vaultKind(), event.vaultGeneration())))
                .consumer();
    }
}
