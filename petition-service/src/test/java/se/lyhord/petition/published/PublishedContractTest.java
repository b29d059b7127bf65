package se.lyhord.petition.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import se.lyhord.contracts.Contracts;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.Outcome;
import se.lyhord.petition.petition.PetitionEvent;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.TakeDownReason;
import se.lyhord.petition.petition.VotingPeriod;
import tools.jackson.databind.json.JsonMapper;

/** What is published is what the approved samples say. */
class PublishedContractTest {

    private static final PetitionId ID =
            new PetitionId(UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f"));
    private static final Instant APPROVED_AT = Instant.parse("2026-08-25T08:15:00Z");

    @SuppressWarnings("unused") // The test's source.
    private static final List<PetitionEvent> EVENTS =
            List.of(
                    new PetitionEvent.PetitionSubmitted(
                            ID,
                            1,
                            "47d0a85d543705c7e2e662ebd4953727b65a25a597e766529e4d062059258716",
                            Language.SV,
                            Instant.parse("2026-08-20T11:42:07Z")),
                    new PetitionEvent.PetitionWithdrawn(
                            ID, 1, Instant.parse("2026-08-21T06:30:00Z")),
                    new PetitionEvent.PetitionOpened(
                            ID,
                            1,
                            APPROVED_AT,
                            Instant.parse("2026-08-25T08:15:30Z"),
                            Instant.parse("2026-11-23T22:59:00Z"),
                            1,
                            new PetitionRules(1, 300, 13, VotingPeriod.of("P90D"))),
                    new PetitionEvent.VotingPeriodExtended(
                            ID, Instant.parse("2026-11-25T22:59:00Z"), 2, APPROVED_AT),
                    new PetitionEvent.VotingEndedAfterKeyLoss(
                            ID, Instant.parse("2026-11-25T22:59:00Z"), 2),
                    new PetitionEvent.VotingEndedAfterTakeDown(
                            ID, Instant.parse("2026-11-25T22:59:00Z"), 2),
                    new PetitionEvent.PetitionClosed(ID, 2, Instant.parse("2026-11-25T22:59:00Z")),
                    new PetitionEvent.PetitionHandedOver(
                            ID,
                            1,
                            new Committee("TN"),
                            "TN 2026/0412",
                            LocalDate.of(2026, 11, 27),
                            APPROVED_AT),
                    new PetitionEvent.OutcomeRecorded(
                            ID,
                            1,
                            new Outcome(
                                    Decision.PARTLY_ACCEPTED,
                                    LocalDate.of(2027, 1, 15),
                                    new Committee("TN"),
                                    "TN 2026/0412",
                                    "db48c69adca14e164d1db237ca4aa94476754da69a3dc85a04e3dff0856e4a59"),
                            APPROVED_AT));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void isTheApprovedSample(PetitionEvent event) {
        PublishedEvent published = Translation.of(event).orElseThrow();
        Contracts.assertIsSample(
                "petitions",
                published.getClass().getSimpleName(),
                new JsonMapper().writeValueAsBytes(published));
    }

    @Test
    void coversTheTopic() {
        assertThat(EVENTS)
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(Contracts.events("petitions"));
    }

    @Test
    void leavesToModerationWhatModerationHasSaid() {
        assertThat(
                        Translation.of(
                                new PetitionEvent.PetitionRejected(
                                        ID, 1, RejectionReason.UNCLEAR, false, APPROVED_AT)))
                .isEmpty();
        assertThat(
                        Translation.of(
                                new PetitionEvent.PetitionTakenDown(
                                        ID, TakeDownReason.UNLAWFUL, false, APPROVED_AT)))
                .isEmpty();
        assertThat(Translation.of(new PetitionEvent.PetitionRestored(ID, APPROVED_AT))).isEmpty();
    }
}
