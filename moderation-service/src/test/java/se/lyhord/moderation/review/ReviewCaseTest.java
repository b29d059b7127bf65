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
import se.lyhord.moderation.review.ReviewCommand.ChangeTags;
import se.lyhord.moderation.review.ReviewCommand.ConfirmTakeDown;
import se.lyhord.moderation.review.ReviewCommand.DismissTakeDown;
import se.lyhord.moderation.review.ReviewCommand.ProposeTakeDown;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewCommand.RestorePetition;
import se.lyhord.moderation.review.ReviewCommand.ReturnPetition;
import se.lyhord.moderation.review.ReviewCommand.WithdrawPetition;
import se.lyhord.moderation.review.ReviewCommand.WriteNote;
import se.lyhord.moderation.review.ReviewEvent.AuthorityNamed;
import se.lyhord.moderation.review.ReviewEvent.DuplicateNamed;
import se.lyhord.moderation.review.ReviewEvent.NoteWritten;
import se.lyhord.moderation.review.ReviewEvent.PetitionApproved;
import se.lyhord.moderation.review.ReviewEvent.PetitionReceived;
import se.lyhord.moderation.review.ReviewEvent.PetitionRedacted;
import se.lyhord.moderation.review.ReviewEvent.PetitionRejected;
import se.lyhord.moderation.review.ReviewEvent.PetitionRestored;
import se.lyhord.moderation.review.ReviewEvent.PetitionReturned;
import se.lyhord.moderation.review.ReviewEvent.PetitionTakenDown;
import se.lyhord.moderation.review.ReviewEvent.PetitionWithdrawn;
import se.lyhord.moderation.review.ReviewEvent.TagsChanged;
import se.lyhord.moderation.review.ReviewEvent.TakeDownDismissed;
import se.lyhord.moderation.review.ReviewEvent.TakeDownProposed;

class ReviewCaseTest {

    private static final UUID PETITION = UUID.fromString("7f3a1c52-0000-4000-8000-000000000001");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final String DIGEST = "ab".repeat(32);
    private static final TakeDown DOWN = new TakeDown(TakeDownReason.UNLAWFUL, false);
    private static final TakeDown FOR_GOOD = new TakeDown(TakeDownReason.UNLAWFUL, true);

    private static final Redaction PHONE =
            new Redaction(Redaction.Field.TEXT, 12, 25, RedactionKind.PHONE);

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
    void aPetitionThatItsPetitionerTakesBackIsDropped_alsoWhenADecisionCrossesIt() {
        var withdraw = new WithdrawPetition(PETITION, TUESDAY);
        var withdrawn = new PetitionWithdrawn(PETITION, 1, TUESDAY);
        review.given(received(1)).when(withdraw).expectEvents(withdrawn);
        review.given(received(1), new PetitionApproved(PETITION, 1, MONDAY))
                .when(withdraw)
                .expectEvents(withdrawn);
        review.given(received(1), withdrawn).when(withdraw).expectNoEvents();
        review.given(received(1), withdrawn)
                .when(new ApprovePetition(PETITION, 2, List.of(), TUESDAY))
                .expectNoEvents()
                .expectException(ReviewRefused.class);
        review.given(received(1), withdrawn).when(receive(2)).expectNoEvents();
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
                .when(new ApprovePetition(PETITION, 1, List.of(), TUESDAY))
                .expectEvents(approved());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PERSONAL_DATA", "OFFENSIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aWaitingCaseIsRejectedForAReasonThatHidesNothing(RejectionReason reason) {
        review.given(received(1))
                .when(new RejectPetition(PETITION, 1, reason, null, null, List.of(), TUESDAY))
                .expectEvents(new PetitionRejected(PETITION, 1, reason, TUESDAY));
    }

    @Test
    void theDecisionIsAboutTheTextThatWasRead() {
        review.given(received(1), received(2))
                .when(new ApprovePetition(PETITION, 2, List.of(), TUESDAY))
                .expectEvents(new PetitionApproved(PETITION, 2, TUESDAY));
    }

    @Test
    void whoReadAnEarlierTextMayNotDecideOnTheNewOne() {
        refused(
                review.given(received(1), received(2))
                        .when(new ApprovePetition(PETITION, 1, List.of(), TUESDAY)),
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
                        .when(new ApprovePetition(PETITION, 2, List.of(), TUESDAY)),
                ReviewRefused.Reason.ALREADY_DECIDED);
    }

    @Test
    void aPublishedPetitionIsTakenDownByTwo() {
        review.given(received(1), approved())
                .when(new ProposeTakeDown(PETITION, 2, DOWN, TUESDAY))
                .expectEvents(proposed(DOWN));
        review.given(received(1), approved(), proposed(DOWN))
                .when(new ConfirmTakeDown(PETITION, 3, false, TUESDAY))
                .expectEvents(takenDown(DOWN));
    }

    @Test
    void nobodyTakesAPetitionDownAlone() {
        refused(
                review.given(received(1), approved(), proposed(DOWN))
                        .when(new ConfirmTakeDown(PETITION, 3, true, TUESDAY)),
                ReviewRefused.Reason.OWN_PROPOSAL);
        refused(
                review.given(received(1), approved())
                        .when(new ConfirmTakeDown(PETITION, 2, false, TUESDAY)),
                ReviewRefused.Reason.OTHER_STATE);
    }

    @Test
    void whoConfirmsHasReadTheProposal() {
        refused(
                review.given(received(1), approved(), proposed(DOWN))
                        .when(new ConfirmTakeDown(PETITION, 2, false, TUESDAY)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
    }

    @Test
    void aProposalIsDroppedAndMadeAnew() {
        var dismissed = new TakeDownDismissed(PETITION, 1, TUESDAY);
        review.given(received(1), approved(), proposed(DOWN))
                .when(new DismissTakeDown(PETITION, 3, TUESDAY))
                .expectEvents(dismissed);
        review.given(received(1), approved(), proposed(DOWN), dismissed, proposed(FOR_GOOD))
                .when(new ConfirmTakeDown(PETITION, 5, false, TUESDAY))
                .expectEvents(takenDown(FOR_GOOD));
    }

    @Test
    void whatIsDownIsRestoredUnlessForGood() {
        var restored = new PetitionRestored(PETITION, 1, TUESDAY);
        review.given(received(1), approved(), proposed(DOWN), takenDown(DOWN))
                .when(new RestorePetition(PETITION, 4, TUESDAY))
                .expectEvents(restored);
        review.given(received(1), approved(), proposed(DOWN), takenDown(DOWN), restored)
                .when(new ProposeTakeDown(PETITION, 5, FOR_GOOD, TUESDAY))
                .expectEvents(proposed(FOR_GOOD));
        refused(
                review.given(received(1), approved(), proposed(FOR_GOOD), takenDown(FOR_GOOD))
                        .when(new RestorePetition(PETITION, 4, TUESDAY)),
                ReviewRefused.Reason.OTHER_STATE);
    }

    @Test
    void whatIsNotPublishedIsNotTakenDown() {
        refused(
                review.given(received(1)).when(new ProposeTakeDown(PETITION, 1, DOWN, TUESDAY)),
                ReviewRefused.Reason.OTHER_STATE);
        refused(
                review.given(received(1), rejected())
                        .when(new ProposeTakeDown(PETITION, 2, DOWN, TUESDAY)),
                ReviewRefused.Reason.OTHER_STATE);
    }

    private static TakeDownProposed proposed(TakeDown takeDown) {
        return new TakeDownProposed(PETITION, 1, takeDown, TUESDAY);
    }

    private static PetitionTakenDown takenDown(TakeDown takeDown) {
        return new PetitionTakenDown(PETITION, 1, takeDown, TUESDAY);
    }

    @Test
    void whatIsHiddenIsSaidBeforeTheDecision() {
        review.given(received(1))
                .when(new ApprovePetition(PETITION, 1, List.of(PHONE), TUESDAY))
                .expectEvents(
                        new PetitionRedacted(PETITION, 1, List.of(PHONE), TUESDAY), approved());
        review.given(received(1))
                .when(
                        new RejectPetition(
                                PETITION,
                                1,
                                RejectionReason.UNCLEAR,
                                null,
                                null,
                                List.of(PHONE),
                                TUESDAY))
                .expectEvents(
                        new PetitionRedacted(PETITION, 1, List.of(PHONE), TUESDAY), rejected());
    }

    @Test
    void whatItDoublesIsSaidBeforeTheRejection() {
        var other = UUID.randomUUID();
        review.given(received(1))
                .when(
                        new RejectPetition(
                                PETITION,
                                1,
                                RejectionReason.DUPLICATE,
                                other,
                                null,
                                List.of(),
                                TUESDAY))
                .expectEvents(
                        new DuplicateNamed(PETITION, 1, other, TUESDAY),
                        new PetitionRejected(PETITION, 1, RejectionReason.DUPLICATE, TUESDAY));
    }

    @Test
    void whoDecidesInsteadIsSaidBeforeTheRejection() {
        review.given(received(1))
                .when(
                        new RejectPetition(
                                PETITION,
                                1,
                                RejectionReason.NOT_MUNICIPAL,
                                null,
                                "POLISEN",
                                List.of(),
                                TUESDAY))
                .expectEvents(
                        new AuthorityNamed(PETITION, 1, "POLISEN", TUESDAY),
                        new PetitionRejected(PETITION, 1, RejectionReason.NOT_MUNICIPAL, TUESDAY));
    }

    @Test
    void aReturnedCaseWaitsForTheNextTextAndIsDecidedOnThatOne() {
        review.given(received(1))
                .when(new ReturnPetition(PETITION, 1, TUESDAY))
                .expectEvents(returned());
        refused(
                review.given(received(1), returned())
                        .when(new ApprovePetition(PETITION, 2, List.of(), TUESDAY)),
                ReviewRefused.Reason.ALREADY_DECIDED);
        review.given(received(1), returned()).when(receive(1)).expectNoEvents();
        review.given(received(1), returned()).when(receive(2)).expectEvents(received(2));
        review.given(received(1), returned(), received(2))
                .when(new ApprovePetition(PETITION, 3, List.of(), TUESDAY))
                .expectEvents(new PetitionApproved(PETITION, 2, TUESDAY));
    }

    @Test
    void aNoteIsWrittenAtAnyTime() {
        var note = UUID.randomUUID();
        review.given(received(1), approved())
                .when(new WriteNote(PETITION, note, TUESDAY))
                .expectEvents(new NoteWritten(PETITION, 1, note, TUESDAY));
    }

    @Test
    void tagsAreChangedByWhoeverHasReadThem() {
        review.given(received(1))
                .when(new ChangeTags(PETITION, 1, TUESDAY))
                .expectEvents(new TagsChanged(PETITION, 1, TUESDAY));
        refused(
                review.given(received(1), new TagsChanged(PETITION, 1, MONDAY))
                        .when(new ChangeTags(PETITION, 1, TUESDAY)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
    }

    @Test
    void whoHasNotReadAColleaguesNoteIsToldBeforeDeciding() {
        refused(
                review.given(received(1), new NoteWritten(PETITION, 1, UUID.randomUUID(), MONDAY))
                        .when(new ApprovePetition(PETITION, 1, List.of(), TUESDAY)),
                ReviewRefused.Reason.CHANGED_MEANWHILE);
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
        return new RejectPetition(
                PETITION, version, RejectionReason.UNCLEAR, null, null, List.of(), TUESDAY);
    }

    private static PetitionReceived received(int textVersion) {
        return new PetitionReceived(PETITION, textVersion, DIGEST, "sv", MONDAY, MONDAY);
    }

    private static PetitionReturned returned() {
        return new PetitionReturned(PETITION, 1, TUESDAY);
    }

    private static PetitionApproved approved() {
        return new PetitionApproved(PETITION, 1, TUESDAY);
    }

    private static PetitionRejected rejected() {
        return new PetitionRejected(PETITION, 1, RejectionReason.UNCLEAR, TUESDAY);
    }
}
