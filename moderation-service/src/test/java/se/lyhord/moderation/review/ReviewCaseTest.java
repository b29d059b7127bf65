package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewEvent.PetitionApproved;
import se.lyhord.moderation.review.ReviewEvent.PetitionReceived;
import se.lyhord.moderation.review.ReviewEvent.PetitionRejected;

class ReviewCaseTest {

    private static final UUID PETITION = UUID.fromString("7f3a1c52-0000-4000-8000-000000000001");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final String DIGEST = "ab".repeat(32);

    private AggregateTestFixture<ReviewCase> review;

    @BeforeEach
    void newCase() {
        review = new AggregateTestFixture<>(ReviewCase.class);
    }

    @Test
    void aPetitionThatComesInWaits() {
        review.givenNoPriorActivity().when(receive(1)).expectEvents(received(1));
    }

    @Test
    void theSameTextAgainChangesNothing() {
        review.given(received(1))
                .when(receive(1))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aLaterTextIsReceivedWhileTheCaseWaits() {
        review.given(received(1)).when(receive(2)).expectEvents(received(2));
    }

    @Test
    void aLaterTextDoesNotReopenADecidedCase() {
        review.given(received(1), approved()).when(receive(2)).expectNoEvents();
    }

    @Test
    void aWaitingCaseIsApproved() {
        review.given(received(1))
                .when(new ApprovePetition(PETITION, 1, TUESDAY))
                .expectEvents(approved());
    }

    @ParameterizedTest
    @EnumSource
    void aWaitingCaseIsRejectedForAnyReason(RejectionReason reason) {
        review.given(received(1))
                .when(new RejectPetition(PETITION, 1, reason, TUESDAY))
                .expectEvents(new PetitionRejected(PETITION, 1, reason, TUESDAY));
    }

    @Test
    void theDecisionIsAboutTheTextThatWasRead() {
        review.given(received(1), received(2))
                .when(new ApprovePetition(PETITION, 2, TUESDAY))
                .expectEvents(new PetitionApproved(PETITION, 2, TUESDAY));
    }

    @Test
    void whoReadAnEarlierTextMayNotDecideOnTheNewOne() {
        refused(
                review.given(received(1), received(2))
                        .when(new ApprovePetition(PETITION, 1, TUESDAY)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
        refused(
                review.given(received(1), received(2)).when(rejectReading(1)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
    }

    @Test
    void aDecidedCaseIsNotDecidedAgain() {
        refused(
                review.given(received(1), approved()).when(rejectReading(1)),
                ReviewRefused.Reason.ALREADY_DECIDED);
        refused(
                review.given(received(1), rejected())
                        .when(new ApprovePetition(PETITION, 2, TUESDAY)),
                ReviewRefused.Reason.ALREADY_DECIDED);
    }

    private static void refused(ResultValidator<ReviewCase> result, ReviewRefused.Reason reason) {
        result.expectNoEvents()
                .expectException(ReviewRefused.class)
                .expectExceptionMessage(reason.name());
    }

    private static ReceivePetition receive(int textVersion) {
        return new ReceivePetition(PETITION, textVersion, DIGEST, "sv", MONDAY, MONDAY);
    }

    private static RejectPetition rejectReading(long version) {
        return new RejectPetition(PETITION, version, RejectionReason.UNCLEAR, TUESDAY);
    }

    private static PetitionReceived received(int textVersion) {
        return new PetitionReceived(PETITION, textVersion, DIGEST, "sv", MONDAY, MONDAY);
    }

    private static PetitionApproved approved() {
        return new PetitionApproved(PETITION, 1, TUESDAY);
    }

    private static PetitionRejected rejected() {
        return new PetitionRejected(PETITION, 1, RejectionReason.UNCLEAR, TUESDAY);
    }
}
