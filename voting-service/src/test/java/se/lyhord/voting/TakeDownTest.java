package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.BoxState;

/** A petition that is taken down: votes are refused, the key is kept, the clock runs. */
class TakeDownTest extends VotingServiceTest {

    @Autowired private KeyVault salts;

    @Test
    void takesNoVotesWhileTakenDownAndKeepsThoseItHas() {
        UUID petition = opened(Duration.ofHours(1));
        var voter = TestVoter.somebody();
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, voter, tracker).statusCode()).isEqualTo(201);

        takenDown(petition, 1);
        awaitState(petition, BoxState.SUSPENDED);
        var refused = vote(petition, TestVoter.somebody(), TestVoter.tracker());
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(refused.body()).contains("urn:lyhord:problem:suspended");
        assertThat(withdraw(petition, voter, tracker).statusCode()).isEqualTo(423);
        assertThat(vote(petition, voter, tracker).statusCode()).isEqualTo(201);
        assertThat(ownVote(petition, voter).body()).contains(tracker);
        assertThat(salts.holds(petition)).isTrue();

        restored(petition, 2);
        awaitState(petition, BoxState.OPEN);
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(201);
        assertThat(withdraw(petition, voter, tracker).statusCode()).isEqualTo(204);
    }

    @Test
    void closesAsUsualWhenItIsNotRestoredInTime() {
        UUID petition = opened(Duration.ofSeconds(6));
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        takenDown(petition, 1);
        awaitState(petition, BoxState.SUSPENDED);
        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);

        restored(petition, 2);
        awaitApplied("moderation", petition, 2);
        assertThat(boxes.find(petition).orElseThrow().state()).isEqualTo(BoxState.FENCED);
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(410);
        assertThat(list(petition, listReader()).body()).isEqualTo(tracker + "\n");
        finalised(petition, 1, sha256(tracker + "\n"));
        awaitState(petition, BoxState.PURGED);
    }

    @Test
    void endsWithEveryVoteWhenItIsTakenDownForGood() {
        UUID petition = opened(Duration.ofHours(1));
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        takenDown(petition, 1);
        awaitState(petition, BoxState.SUSPENDED);
        TestEvents.say(
                "petitions",
                petition,
                2,
                "VotingEndedAfterTakeDown",
                "{\"petitionId\":\"%s\",\"closesAt\":\"%s\",\"revision\":2}"
                        .formatted(petition, Instant.now()));
        TestEvents.say(
                "petitions",
                petition,
                3,
                "PetitionClosed",
                "{\"petitionId\":\"%s\",\"revision\":2,\"closedAt\":\"%s\"}"
                        .formatted(petition, Instant.now()));
        awaitState(petition, BoxState.FENCED);
        assertThat(list(petition, listReader()).body()).isEqualTo(tracker + "\n");
    }

    /** The two topics are read apart: a box may be opened when its petition is down already. */
    @Test
    void aBoxThatIsOpenedAfterTheTakeDownIsSuspended() {
        UUID petition = UUID.randomUUID();
        takenDown(petition, 1);
        awaitApplied("moderation", petition, 1);
        openedAs(petition, BoxState.SUSPENDED);
        restored(petition, 2);
        awaitState(petition, BoxState.OPEN);
    }

    private void openedAs(UUID petition, BoxState state) {
        TestEvents.say(
                "petitions",
                petition,
                1,
                "PetitionOpened",
                "{\"petitionId\":\"%s\",\"closesAt\":\"%s\",\"revision\":1}"
                        .formatted(petition, Instant.now().plusSeconds(3600)));
        awaitState(petition, state);
    }

    private static void takenDown(UUID petition, long number) {
        TestEvents.say(
                "moderation",
                petition,
                number,
                "PetitionTakenDown",
                """
                {"petitionId":"%s","textVersion":1,"reason":"UNLAWFUL","endsVote":false,
                 "decidedAt":"%s"}
                """
                        .formatted(petition, Instant.now()));
    }

    private static void restored(UUID petition, long number) {
        TestEvents.say(
                "moderation",
                petition,
                number,
                "PetitionRestored",
                "{\"petitionId\":\"%s\",\"textVersion\":1,\"decidedAt\":\"%s\"}"
                        .formatted(petition, Instant.now()));
    }
}
