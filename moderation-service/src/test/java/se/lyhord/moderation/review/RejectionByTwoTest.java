package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.ConfirmRejection;
import se.lyhord.moderation.review.ReviewCommand.DismissRejection;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewEvent.PetitionReceived;
import se.lyhord.moderation.review.ReviewEvent.PetitionRejected;
import se.lyhord.moderation.review.ReviewEvent.RejectionDismissed;
import se.lyhord.moderation.review.ReviewEvent.RejectionProposed;

/** Nobody hides a text alone. */
class RejectionByTwoTest {

    private static final UUID PETITION = UUID.fromString("7f3a1c52-0000-4000-8000-000000000001");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final PetitionReceived RECEIVED =
            new PetitionReceived(PETITION, 1, "ab".repeat(32), "sv", MONDAY, MONDAY);
    private static final RejectionProposed PROPOSED =
            new RejectionProposed(PETITION, 1, RejectionReason.OFFENSIVE, TUESDAY);
    private static final RejectionDismissed DISMISSED =
            new RejectionDismissed(PETITION, 1, TUESDAY);
    private static final Redaction PHONE =
            new Redaction(Redaction.Field.TEXT, 12, 25, RedactionKind.PHONE);

    private AggregateTestFixture<ReviewCase> review;

    @BeforeEach
    void newCase() {
        review = new AggregateTestFixture<>(ReviewCase.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PERSONAL_DATA", "OFFENSIVE"})
    void aReasonThatHidesTheTextIsProposedOnly(RejectionReason reason) {
        review.given(RECEIVED)
                .when(new RejectPetition(PETITION, 1, reason, null, null, List.of(PHONE), TUESDAY))
                .expectEvents(new RejectionProposed(PETITION, 1, reason, TUESDAY));
    }

    @Test
    void aColleagueConfirms() {
        review.given(RECEIVED, PROPOSED)
                .when(new ConfirmRejection(PETITION, 2, false, TUESDAY))
                .expectEvents(
                        new PetitionRejected(PETITION, 1, RejectionReason.OFFENSIVE, TUESDAY));
    }

    @Test
    void whoeverProposedMayNot() {
        refused(
                review.given(RECEIVED, PROPOSED)
                        .when(new ConfirmRejection(PETITION, 2, true, TUESDAY)),
                ReviewRefused.Reason.OWN_PROPOSAL);
    }

    @Test
    void aProposalThatIsDroppedPutsTheCaseBackInTheQueue() {
        review.given(RECEIVED, PROPOSED)
                .when(new DismissRejection(PETITION, 2, TUESDAY))
                .expectEvents(DISMISSED);
        review.given(RECEIVED, PROPOSED, DISMISSED)
                .when(new ApprovePetition(PETITION, 3, List.of(), TUESDAY))
                .expectSuccessfulHandlerExecution();
        refused(
                review.given(RECEIVED, PROPOSED, DISMISSED)
                        .when(new ConfirmRejection(PETITION, 3, false, TUESDAY)),
                ReviewRefused.Reason.OTHER_STATE);
    }

    @Test
    void whileAColleagueIsAskedNobodyDecidesOtherwiseAndNoTextComesIn() {
        refused(
                review.given(RECEIVED, PROPOSED)
                        .when(new ApprovePetition(PETITION, 2, List.of(), TUESDAY)),
                ReviewRefused.Reason.ALREADY_DECIDED);
        review.given(RECEIVED, PROPOSED)
                .when(new ReceivePetition(PETITION, 2, "cd".repeat(32), "sv", MONDAY, TUESDAY))
                .expectNoEvents();
    }

    @Test
    void whoConfirmsHasReadTheProposal() {
        refused(
                review.given(RECEIVED, PROPOSED)
                        .when(new ConfirmRejection(PETITION, 1, false, TUESDAY)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
    }

    private static void refused(ResultValidator<ReviewCase> result, ReviewRefused.Reason reason) {
        result.expectNoEvents()
                .expectException(ReviewRefused.class)
                .expectExceptionMessage(reason.name());
    }
}
