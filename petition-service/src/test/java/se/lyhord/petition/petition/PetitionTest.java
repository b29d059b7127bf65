package se.lyhord.petition.petition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.lyhord.petition.petition.PetitionCommand.ClosePetition;
import se.lyhord.petition.petition.PetitionCommand.CompletePetition;
import se.lyhord.petition.petition.PetitionCommand.EndVotingAfterKeyLoss;
import se.lyhord.petition.petition.PetitionCommand.ExtendVotingPeriod;
import se.lyhord.petition.petition.PetitionCommand.NameDuplicate;
import se.lyhord.petition.petition.PetitionCommand.OpenPetition;
import se.lyhord.petition.petition.PetitionCommand.RecordOutcome;
import se.lyhord.petition.petition.PetitionCommand.RedactText;
import se.lyhord.petition.petition.PetitionCommand.RejectPetition;
import se.lyhord.petition.petition.PetitionCommand.RestorePetition;
import se.lyhord.petition.petition.PetitionCommand.ReturnPetition;
import se.lyhord.petition.petition.PetitionCommand.SubmitPetition;
import se.lyhord.petition.petition.PetitionCommand.TakeDownPetition;
import se.lyhord.petition.petition.PetitionCommand.WithdrawPetition;
import se.lyhord.petition.petition.PetitionEvent.OutcomeRecorded;
import se.lyhord.petition.petition.PetitionEvent.PetitionClosed;
import se.lyhord.petition.petition.PetitionEvent.PetitionOpened;
import se.lyhord.petition.petition.PetitionEvent.PetitionRejected;
import se.lyhord.petition.petition.PetitionEvent.PetitionRestored;
import se.lyhord.petition.petition.PetitionEvent.PetitionReturned;
import se.lyhord.petition.petition.PetitionEvent.PetitionSubmitted;
import se.lyhord.petition.petition.PetitionEvent.PetitionTakenDown;
import se.lyhord.petition.petition.PetitionEvent.PetitionWithdrawn;
import se.lyhord.petition.petition.PetitionEvent.TextRedacted;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterKeyLoss;
import se.lyhord.petition.petition.PetitionEvent.VotingEndedAfterTakeDown;
import se.lyhord.petition.petition.PetitionEvent.VotingPeriodExtended;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Reason;
import se.lyhord.petition.petition.PetitionResult.Refused;

class PetitionTest {

    private static final PetitionId ID =
            new PetitionId(UUID.fromString("6e0d0b60-5a3c-4bb8-9f5e-0a4f5a2f6c11"));
    private static final Instant SUBMITTED_AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant APPROVED_AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant OPENS_AT = Instant.parse("2026-11-23T08:00:02Z");
    private static final Instant CLOSES_AT = Instant.parse("2027-02-21T22:59:00Z");
    private static final Instant LATER = Instant.parse("2027-02-28T22:59:00Z");
    private static final PetitionRules RULES =
            new PetitionRules(3, 300, 13, VotingPeriod.of("P90D"));

    private static final PetitionSubmitted SUBMITTED =
            new PetitionSubmitted(ID, 1, "d1", Language.SV, SUBMITTED_AT);
    private static final PetitionOpened OPENED =
            new PetitionOpened(ID, 1, APPROVED_AT, OPENS_AT, CLOSES_AT, 1, RULES);
    private static final PetitionRejected REJECTED =
            new PetitionRejected(ID, 1, RejectionReason.DUPLICATE, false, APPROVED_AT);
    private static final VotingPeriodExtended EXTENDED =
            new VotingPeriodExtended(ID, LATER, 2, OPENS_AT.plusSeconds(60));
    private static final PetitionClosed CLOSED = new PetitionClosed(ID, 1, CLOSES_AT);
    private static final Outcome OUTCOME =
            new Outcome(
                    Decision.ACCEPTED,
                    LocalDate.of(2027, 4, 1),
                    new Committee("TN"),
                    "TN 2027/15",
                    "d2");
    private static final OutcomeRecorded RECORDED =
            new OutcomeRecorded(ID, 1, OUTCOME, CLOSES_AT.plusSeconds(60));

    private final AggregateTestFixture<Petition> petition =
            new AggregateTestFixture<>(Petition.class);

    @Nested
    class Redacting {
        private final RedactText redact = new RedactText(ID, 1, 2, "d3", APPROVED_AT);
        private final TextRedacted redacted = new TextRedacted(ID, 1, 2, "d3", APPROVED_AT);

        @Test
        void makesAnotherVersionPublic() {
            petition.given(SUBMITTED).when(redact).expectEvents(redacted);
            petition.given(SUBMITTED, redacted)
                    .when(new OpenPetition(ID, 1, APPROVED_AT, RULES, OPENS_AT))
                    .expectEvents(
                            new PetitionOpened(ID, 2, APPROVED_AT, OPENS_AT, CLOSES_AT, 1, RULES));
        }

        @Test
        void isDoneOnceAndOnlyBeforeTheDecision() {
            petition.given(SUBMITTED, redacted).when(redact).expectNoEvents();
            petition.given(SUBMITTED, OPENED)
                    .when(redact)
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new PetitionResult.Refused(PetitionResult.Reason.NOT_IN_REVIEW));
        }
    }

    @Nested
    class Withdrawing {
        private final WithdrawPetition withdraw = new WithdrawPetition(ID, APPROVED_AT);
        private final PetitionWithdrawn withdrawn = new PetitionWithdrawn(ID, 1, APPROVED_AT);

        @Test
        void isDoneOnceBeforeTheDecision() {
            petition.given(SUBMITTED).when(withdraw).expectEvents(withdrawn);
            petition.given(SUBMITTED, new PetitionReturned(ID, 1, APPROVED_AT))
                    .when(withdraw)
                    .expectEvents(withdrawn);
            petition.given(SUBMITTED, withdrawn).when(withdraw).expectNoEvents();
        }

        @Test
        void comesTooLateAfterTheDecision() {
            for (PetitionEvent decided : new PetitionEvent[] {OPENED, REJECTED}) {
                petition.given(SUBMITTED, decided)
                        .when(withdraw)
                        .expectNoEvents()
                        .expectResultMessagePayload(
                                new PetitionResult.Refused(PetitionResult.Reason.NOT_IN_REVIEW));
            }
        }

        @Test
        void leavesNothingForADecisionThatCrossesIt() {
            for (PetitionCommand late :
                    new PetitionCommand[] {
                        new OpenPetition(ID, 1, APPROVED_AT, RULES, OPENS_AT),
                        new RejectPetition(ID, 1, RejectionReason.DUPLICATE, false, APPROVED_AT),
                        new RedactText(ID, 1, 2, "d3", APPROVED_AT),
                        new ReturnPetition(ID, 1, APPROVED_AT),
                        new NameDuplicate(ID, ID, APPROVED_AT),
                        new TakeDownPetition(
                                ID, TakeDownReason.UNLAWFUL, true, APPROVED_AT, APPROVED_AT)
                    }) {
                petition.given(SUBMITTED, withdrawn)
                        .when(late)
                        .expectNoEvents()
                        .expectResultMessagePayload(new PetitionResult.Accepted());
            }
        }

        @Test
        void endsIt() {
            petition.given(SUBMITTED, withdrawn)
                    .when(new CompletePetition(ID, 2, "d3", Language.SV, OPENS_AT))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new PetitionResult.Refused(PetitionResult.Reason.NOT_RETURNED));
        }
    }

    @Nested
    class Completing {
        private final PetitionReturned returned = new PetitionReturned(ID, 1, APPROVED_AT);
        private final CompletePetition complete =
                new CompletePetition(ID, 2, "d3", Language.SV, OPENS_AT);
        private final PetitionSubmitted completed =
                new PetitionSubmitted(ID, 2, "d3", Language.SV, OPENS_AT);

        @Test
        void followsOnBeingSentBack() {
            petition.given(SUBMITTED)
                    .when(new ReturnPetition(ID, 1, APPROVED_AT))
                    .expectEvents(returned);
            petition.given(SUBMITTED, returned).when(complete).expectEvents(completed);
            petition.given(SUBMITTED, returned, completed)
                    .when(new OpenPetition(ID, 2, APPROVED_AT, RULES, OPENS_AT))
                    .expectEvents(
                            new PetitionOpened(ID, 2, APPROVED_AT, OPENS_AT, CLOSES_AT, 1, RULES));
        }

        @Test
        void isRefusedWhenNobodyAskedForIt() {
            petition.given(SUBMITTED)
                    .when(complete)
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new PetitionResult.Refused(PetitionResult.Reason.NOT_RETURNED));
        }

        @Test
        void comesBeforeAnyDecision() {
            petition.given(SUBMITTED, returned)
                    .when(new OpenPetition(ID, 1, APPROVED_AT, RULES, OPENS_AT))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new PetitionResult.Refused(PetitionResult.Reason.NOT_IN_REVIEW));
        }
    }

    @Nested
    class Submitting {
        private final SubmitPetition submit =
                new SubmitPetition(ID, 1, "d1", Language.SV, SUBMITTED_AT);

        @Test
        void startsAPetition() {
            petition.givenNoPriorActivity().when(submit).expectEvents(SUBMITTED);
        }

        @Test
        void cannotHappenTwice() {
            petition.given(SUBMITTED).when(submit).expectException(EventStoreException.class);
        }
    }

    @Nested
    class Opening {
        private final OpenPetition open = new OpenPetition(ID, 1, APPROVED_AT, RULES, OPENS_AT);

        @Test
        void fixesTheRulesOfThatDay() {
            petition.given(SUBMITTED)
                    .when(open)
                    .expectEvents(OPENED)
                    .expectResultMessagePayload(new Accepted());
        }

        @Test
        void isRefusedForAnotherText() {
            expectRefused(
                    petition.given(SUBMITTED),
                    new OpenPetition(ID, 2, APPROVED_AT, RULES, OPENS_AT),
                    Reason.OTHER_TEXT);
        }

        @Test
        void isRefusedOnceRejected() {
            expectRefused(petition.given(SUBMITTED, REJECTED), open, Reason.NOT_IN_REVIEW);
        }

        @Test
        void doesNothingASecondTime() {
            var stricter = new PetitionRules(4, 900, 16, VotingPeriod.of("P30D"));
            var again = new OpenPetition(ID, 1, APPROVED_AT, stricter, OPENS_AT.plusSeconds(9));
            expectNothing(petition.given(SUBMITTED, OPENED), again);
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED), again);
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED, RECORDED), again);
        }
    }

    @Nested
    class Rejecting {
        private final RejectPetition reject =
                new RejectPetition(ID, 1, RejectionReason.DUPLICATE, false, APPROVED_AT);

        @Test
        void keepsTheReason() {
            petition.given(SUBMITTED)
                    .when(reject)
                    .expectEvents(REJECTED)
                    .expectResultMessagePayload(new Accepted());
        }

        @Test
        void isRefusedForAnotherText() {
            expectRefused(
                    petition.given(SUBMITTED),
                    new RejectPetition(ID, 2, RejectionReason.UNCLEAR, false, APPROVED_AT),
                    Reason.OTHER_TEXT);
        }

        @Test
        void isRefusedOnceOpen() {
            expectRefused(petition.given(SUBMITTED, OPENED), reject, Reason.NOT_IN_REVIEW);
        }

        @Test
        void doesNothingASecondTime() {
            expectNothing(petition.given(SUBMITTED, REJECTED), reject);
        }
    }

    @Nested
    class Extending {
        private final ExtendVotingPeriod extend =
                new ExtendVotingPeriod(ID, LATER, OPENS_AT.plusSeconds(60));

        @Test
        void movesTheDeadlineUnderANewRevision() {
            petition.given(SUBMITTED, OPENED).when(extend).expectEvents(EXTENDED);
        }

        @Test
        void doesNothingASecondTime() {
            expectNothing(petition.given(SUBMITTED, OPENED, EXTENDED), extend);
        }

        @Test
        void neverShortens() {
            expectRefused(
                    petition.given(SUBMITTED, OPENED, EXTENDED),
                    new ExtendVotingPeriod(ID, CLOSES_AT, OPENS_AT.plusSeconds(90)),
                    Reason.NOT_LATER);
        }

        @Test
        void isRefusedOnceTheDeadlineHasPassed() {
            expectRefused(
                    petition.given(SUBMITTED, OPENED),
                    new ExtendVotingPeriod(ID, LATER, CLOSES_AT),
                    Reason.NOT_OPEN);
        }

        @Test
        void isRefusedBeforeOpeningAndAfterClosing() {
            expectRefused(petition.given(SUBMITTED), extend, Reason.NOT_OPEN);
            expectRefused(petition.given(SUBMITTED, OPENED, CLOSED), extend, Reason.NOT_OPEN);
        }
    }

    @Nested
    class EndingAfterKeyLoss {
        private final Instant at = OPENS_AT.plusSeconds(60);
        private final EndVotingAfterKeyLoss end = new EndVotingAfterKeyLoss(ID, at);

        @Test
        void closesAtOnceUnderANewRevision() {
            petition.given(SUBMITTED, OPENED, EXTENDED)
                    .when(end)
                    .expectEvents(
                            new VotingEndedAfterKeyLoss(ID, at, 3), new PetitionClosed(ID, 3, at))
                    .expectResultMessagePayload(new Accepted());
        }

        @Test
        void doesNothingOnceTheDeadlineHasPassedOrTheVoteIsClosed() {
            expectNothing(
                    petition.given(SUBMITTED, OPENED), new EndVotingAfterKeyLoss(ID, CLOSES_AT));
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED), end);
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED, RECORDED), end);
        }

        @Test
        void isRefusedForWhatNeverOpened() {
            expectRefused(petition.given(SUBMITTED), end, Reason.NOT_OPEN);
            expectRefused(petition.given(SUBMITTED, REJECTED), end, Reason.NOT_OPEN);
        }
    }

    @Nested
    class TakingDown {
        private final Instant at = OPENS_AT.plusSeconds(60);
        private final Instant decided = OPENS_AT.plusSeconds(50);
        private final TakeDownPetition takeDown =
                new TakeDownPetition(ID, TakeDownReason.UNLAWFUL, false, decided, at);
        private final TakeDownPetition forGood =
                new TakeDownPetition(ID, TakeDownReason.UNLAWFUL, true, decided, at);
        private final PetitionEvent down =
                new PetitionTakenDown(ID, TakeDownReason.UNLAWFUL, false, decided);
        private final PetitionEvent downForGood =
                new PetitionTakenDown(ID, TakeDownReason.UNLAWFUL, true, decided);

        @Test
        void hidesAndLetsTheClockRun() {
            petition.given(SUBMITTED, OPENED).when(takeDown).expectEvents(down);
            expectNothing(petition.given(SUBMITTED, OPENED, down), takeDown);
            petition.given(SUBMITTED, OPENED, down)
                    .when(new ClosePetition(ID, 1, CLOSES_AT))
                    .expectEvents(CLOSED);
        }

        @Test
        void forGoodEndsTheVoteAtOnceUnderANewRevision() {
            petition.given(SUBMITTED, OPENED, EXTENDED, down)
                    .when(forGood)
                    .expectEvents(
                            downForGood,
                            new VotingEndedAfterTakeDown(ID, at, 3),
                            new PetitionClosed(ID, 3, at));
        }

        @Test
        void forGoodOnlyHidesWhenTheDeadlineHasPassedOrTheVoteIsClosed() {
            petition.given(SUBMITTED, OPENED)
                    .when(
                            new TakeDownPetition(
                                    ID, TakeDownReason.UNLAWFUL, true, decided, CLOSES_AT))
                    .expectEvents(downForGood);
            petition.given(SUBMITTED, OPENED, CLOSED).when(forGood).expectEvents(downForGood);
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED, downForGood), forGood);
        }

        @Test
        void isUndoneUnlessForGood() {
            var restore = new RestorePetition(ID, at, at);
            var restored = new PetitionRestored(ID, at);
            petition.given(SUBMITTED, OPENED, down).when(restore).expectEvents(restored);
            petition.given(SUBMITTED, OPENED, down, CLOSED).when(restore).expectEvents(restored);
            petition.given(SUBMITTED, OPENED, down, restored).when(takeDown).expectEvents(down);
            expectNothing(petition.given(SUBMITTED, OPENED), restore);
            expectRefused(
                    petition.given(SUBMITTED, OPENED, downForGood),
                    restore,
                    Reason.TAKEN_DOWN_FOR_GOOD);
        }

        @Test
        void isRefusedForWhatWasNeverPublished() {
            expectRefused(petition.given(SUBMITTED), takeDown, Reason.NOT_PUBLISHED);
            expectRefused(petition.given(SUBMITTED, REJECTED), takeDown, Reason.NOT_PUBLISHED);
        }
    }

    @Nested
    class Closing {
        private final ClosePetition close = new ClosePetition(ID, 1, CLOSES_AT);

        @Test
        void endsTheVoteAtTheDeadline() {
            petition.given(SUBMITTED, OPENED).when(close).expectEvents(CLOSED);
        }

        @Test
        void isRefusedBeforeTheDeadline() {
            expectRefused(
                    petition.given(SUBMITTED, OPENED),
                    new ClosePetition(ID, 1, CLOSES_AT.minus(Duration.ofMillis(1))),
                    Reason.NOT_DUE);
        }

        @Test
        void isRefusedForADeadlineThatWasMoved() {
            expectRefused(
                    petition.given(SUBMITTED, OPENED, EXTENDED),
                    new ClosePetition(ID, 1, LATER),
                    Reason.NOT_DUE);
        }

        @Test
        void followsAnExtension() {
            petition.given(SUBMITTED, OPENED, EXTENDED)
                    .when(new ClosePetition(ID, 2, LATER))
                    .expectEvents(new PetitionClosed(ID, 2, LATER));
        }

        @Test
        void isRefusedForWhatNeverOpened() {
            expectRefused(petition.given(SUBMITTED), close, Reason.NOT_OPEN);
            expectRefused(petition.given(SUBMITTED, REJECTED), close, Reason.NOT_OPEN);
        }

        @Test
        void doesNothingASecondTime() {
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED), close);
            expectNothing(petition.given(SUBMITTED, OPENED, CLOSED, RECORDED), close);
        }
    }

    @Nested
    class RecordingTheOutcome {
        private final RecordOutcome record =
                new RecordOutcome(ID, OUTCOME, 0, CLOSES_AT.plusSeconds(60));

        @Test
        void answersAClosedPetition() {
            petition.given(SUBMITTED, OPENED, CLOSED).when(record).expectEvents(RECORDED);
        }

        @Test
        void correctsUnderANewVersion() {
            var later = CLOSES_AT.plusSeconds(120);
            petition.given(SUBMITTED, OPENED, CLOSED, RECORDED)
                    .when(new RecordOutcome(ID, OUTCOME, 1, later))
                    .expectEvents(new OutcomeRecorded(ID, 2, OUTCOME, later));
        }

        @Test
        void isRefusedWhenSomebodyElseWasFirst() {
            expectRefused(
                    petition.given(SUBMITTED, OPENED, CLOSED, RECORDED),
                    record,
                    Reason.OUTCOME_CHANGED);
        }

        @Test
        void isRefusedBeforeTheVoteHasEnded() {
            expectRefused(petition.given(SUBMITTED), record, Reason.NOT_CLOSED);
            expectRefused(petition.given(SUBMITTED, OPENED), record, Reason.NOT_CLOSED);
            expectRefused(petition.given(SUBMITTED, REJECTED), record, Reason.NOT_CLOSED);
        }
    }

    private static void expectRefused(
            TestExecutor<Petition> given, PetitionCommand command, Reason reason) {
        given.when(command).expectNoEvents().expectResultMessagePayload(new Refused(reason));
    }

    private static void expectNothing(TestExecutor<Petition> given, PetitionCommand command) {
        given.when(command).expectNoEvents().expectResultMessagePayload(new Accepted());
    }
}
