package se.lyhord.petition.inbox;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.lyhord.exchange.Inbox;
import se.lyhord.petition.browse.BallotProgress;
import se.lyhord.petition.browse.Popularity;
import se.lyhord.petition.inbox.Heard.AuthorityNamed;
import se.lyhord.petition.inbox.Heard.BallotBoxOpened;
import se.lyhord.petition.inbox.Heard.DuplicateNamed;
import se.lyhord.petition.inbox.Heard.PetitionApproved;
import se.lyhord.petition.inbox.Heard.PetitionCertified;
import se.lyhord.petition.inbox.Heard.PetitionRedacted;
import se.lyhord.petition.inbox.Heard.PetitionRejected;
import se.lyhord.petition.inbox.Heard.PetitionRestored;
import se.lyhord.petition.inbox.Heard.PetitionReturned;
import se.lyhord.petition.inbox.Heard.PetitionTakenDown;
import se.lyhord.petition.inbox.Heard.PseudonymKeyCreated;
import se.lyhord.petition.inbox.Heard.PseudonymKeyLost;
import se.lyhord.petition.inbox.Heard.PseudonymKeyShredded;
import se.lyhord.petition.inbox.Heard.SaltLost;
import se.lyhord.petition.inbox.Heard.SaltShredded;
import se.lyhord.petition.inbox.Heard.TallyFinalized;
import se.lyhord.petition.inbox.Heard.VotesCounted;

/** The only way in: one subscription for each topic, bound under the topic's name. */
@Configuration
class InboxConfiguration {

    @Bean
    Consumer<Message<byte[]>> moderation(Inbox inbox, WhenModeratedThenFollow review) {
        return inbox.topic("moderation")
                .on(PetitionApproved.class, review::approved)
                .on(PetitionRejected.class, review::rejected)
                .on(PetitionTakenDown.class, review::takenDown)
                .on(PetitionRestored.class, review::restored)
                .on(PetitionRedacted.class, review::redacted)
                .on(PetitionReturned.class, review::returned)
                .on(DuplicateNamed.class, review::duplicateNamed)
                .on(AuthorityNamed.class, review::authorityNamed)
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> voting(
            Inbox inbox, BallotProgress progress, WhenKeyLostThenEndVoting keyLost) {
        return inbox.topic("voting")
                .on(BallotBoxOpened.class, it -> progress.ballotBoxOpened(it.petitionId()))
                .on(SaltLost.class, keyLost::salt)
                .on(SaltShredded.class, it -> progress.saltShredded(it.petitionId()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> keys(
            Inbox inbox, BallotProgress progress, WhenKeyLostThenEndVoting keyLost) {
        return inbox.topic("keys")
                .on(PseudonymKeyCreated.class, it -> progress.pseudonymKeyCreated(it.petitionId()))
                .on(PseudonymKeyLost.class, keyLost::pseudonymKey)
                .on(
                        PseudonymKeyShredded.class,
                        it -> progress.pseudonymKeyShredded(it.petitionId()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> counts(Inbox inbox, Popularity popularity) {
        return inbox.topic("counts")
                .latestWins()
                .on(VotesCounted.class, it -> popularity.counted(it.petitionId(), it.count()))
                .consumer();
    }

    @Bean
    Consumer<Message<byte[]>> tally(Inbox inbox, BallotProgress progress) {
        return inbox.topic("tally")
                .on(TallyFinalized.class, it -> progress.tallied(it.petitionId(), it.count()))
                .on(
                        PetitionCertified.class,
                        it -> progress.certified(it.petitionId(), it.count(), it.day()))
                .consumer();
    }
}
