package se.lyhord.moderation.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.RedactionKind;
import se.lyhord.moderation.review.RejectionReason;
import se.lyhord.moderation.review.ReviewEvent;
import se.lyhord.moderation.review.TakeDown;
import se.lyhord.moderation.review.TakeDownReason;
import tools.jackson.databind.json.JsonMapper;

class ModerationForwarderTest {

    private static final UUID PETITION = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
    private static final Instant DECIDED = Instant.parse("2026-08-25T08:15:00Z");

    @Test
    void anApprovalIsPublishedLikeItsSample() {
        publishesTheSample(new ReviewEvent.PetitionApproved(PETITION, 1, DECIDED));
    }

    @Test
    void aRejectionIsPublishedLikeItsSample() {
        publishesTheSample(
                new ReviewEvent.PetitionRejected(
                        PETITION, 1, RejectionReason.NOT_MUNICIPAL, DECIDED));
    }

    @Test
    void aTakeDownIsPublishedLikeItsSample() {
        publishesTheSample(
                new ReviewEvent.PetitionTakenDown(
                        PETITION,
                        1,
                        new TakeDown(TakeDownReason.UNLAWFUL, false),
                        Instant.parse("2026-09-10T08:15:00Z")));
    }

    @Test
    void aRestorationIsPublishedLikeItsSample() {
        publishesTheSample(
                new ReviewEvent.PetitionRestored(
                        PETITION, 1, Instant.parse("2026-09-11T08:15:00Z")));
    }

    @Test
    void whatModeratorsAreStillAtIsNobodyElsesBusiness() {
        assertThat(
                        ModerationForwarder.translate(
                                new ReviewEvent.TakeDownProposed(
                                        PETITION,
                                        1,
                                        new TakeDown(TakeDownReason.UNLAWFUL, false),
                                        DECIDED)))
                .isEmpty();
        assertThat(
                        ModerationForwarder.translate(
                                new ReviewEvent.TakeDownDismissed(PETITION, 1, DECIDED)))
                .isEmpty();
        assertThat(
                        ModerationForwarder.translate(
                                new ReviewEvent.RejectionProposed(
                                        PETITION, 1, RejectionReason.OFFENSIVE, DECIDED)))
                .isEmpty();
        assertThat(
                        ModerationForwarder.translate(
                                new ReviewEvent.RejectionDismissed(PETITION, 1, DECIDED)))
                .isEmpty();
    }

    @Test
    void theOtherDecisionsArePublishedLikeTheirSamples() {
        publishesTheSample(
                new ReviewEvent.PetitionRedacted(
                        PETITION,
                        1,
                        List.of(new Redaction(Redaction.Field.TEXT, 12, 25, RedactionKind.PHONE)),
                        DECIDED));
        publishesTheSample(new ReviewEvent.PetitionReturned(PETITION, 1, DECIDED));
        publishesTheSample(
                new ReviewEvent.DuplicateNamed(
                        PETITION,
                        1,
                        UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100"),
                        DECIDED));
        publishesTheSample(new ReviewEvent.AuthorityNamed(PETITION, 1, "TRAFIKVERKET", DECIDED));
    }

    @Test
    void whatOffendsOrPointsOutAPersonIsHidden() {
        for (var reason : RejectionReason.values()) {
            var published =
                    ModerationForwarder.translate(
                            new ReviewEvent.PetitionRejected(PETITION, 1, reason, DECIDED));
            assertThat(published)
                    .contains(
                            new PetitionRejected(
                                    PETITION,
                                    1,
                                    reason,
                                    reason == RejectionReason.OFFENSIVE
                                            || reason == RejectionReason.PERSONAL_DATA,
                                    DECIDED));
        }
    }

    @Test
    void thatAPetitionWasReceivedIsNobodyElsesBusiness() {
        assertThat(
                        ModerationForwarder.translate(
                                new ReviewEvent.PetitionReceived(
                                        PETITION, 1, "ab", "sv", DECIDED, DECIDED)))
                .isEmpty();
    }

    private static void publishesTheSample(ReviewEvent event) {
        var published = ModerationForwarder.translate(event).orElseThrow();
        Contracts.assertIsSample(
                "moderation",
                published.getClass().getSimpleName(),
                new JsonMapper().writeValueAsBytes(published));
    }
}
