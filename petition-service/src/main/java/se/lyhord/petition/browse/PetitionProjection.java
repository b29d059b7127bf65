package se.lyhord.petition.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.petition.petition.PetitionEvent;
import se.lyhord.petition.petition.PetitionEvent.AuthorityNamed;
import se.lyhord.petition.petition.PetitionEvent.DuplicateNamed;
import se.lyhord.petition.petition.PetitionEvent.OutcomeRecorded;
import se.lyhord.petition.petition.PetitionEvent.PetitionClosed;
import se.lyhord.petition.petition.PetitionEvent.PetitionHandedOver;
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
import se.lyhord.petition.petition.VotingPeriod;

/**
 * Keeps the read model in step with the petitions, in the transaction that changes them: who has
 * had an answer reads what it says.
 */
@Component
class PetitionProjection {

    private final JdbcClient jdbc;
    private final Timeline timeline;

    PetitionProjection(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    @EventHandler
    void on(PetitionEvent event) {
        switch (event) {
            case PetitionSubmitted submitted -> submitted(submitted);
            case PetitionOpened opened -> opened(opened);
            case PetitionRejected rejected -> rejected(rejected);
            case TextRedacted redacted -> redacted(redacted);
            case PetitionReturned returned -> returned(returned);
            case PetitionWithdrawn withdrawn -> withdrawn(withdrawn);
            case DuplicateNamed named -> named(named);
            case AuthorityNamed named -> named(named);
            case VotingPeriodExtended extended -> extended(extended);
            case VotingEndedAfterKeyLoss ended -> ended(ended);
            case VotingEndedAfterTakeDown ended ->
                    moveDeadline(ended, ended.closesAt(), ended.revision());
            case PetitionTakenDown down -> takenDown(down);
            case PetitionRestored restored -> restored(restored);
            case PetitionClosed closed -> closed(closed);
            case PetitionHandedOver handedOver -> handedOver(handedOver);
            case OutcomeRecorded recorded -> answered(recorded);
        }
    }

    private void submitted(PetitionSubmitted event) {
        jdbc.sql(
                        """
                        insert into petition_view (petition_id, state, language, text_version,
                            submitted_at)
                        values (?, 'IN_REVIEW', ?, ?, ?)
                        on conflict (petition_id) do update set state = 'IN_REVIEW',
                            language = excluded.language, text_version = excluded.text_version
                        """)
                .params(
                        event.petitionId().value(),
                        event.language().code(),
                        event.textVersion(),
                        utc(event.submittedAt()))
                .update();
        add(
                event,
                event.textVersion(),
                event.textVersion() == 1 ? Timeline.Event.SUBMITTED : Timeline.Event.COMPLETED,
                day(event.submittedAt()),
                Map.of());
    }

    private void opened(PetitionOpened event) {
        jdbc.sql(
                        """
                        update petition_view set state = 'OPEN', opens_at = ?, closes_at = ?,
                            revision = ?, rules_version = ?, threshold = ?, minimum_age = ?,
                            voting_period = ?
                        where petition_id = ?
                        """)
                .params(
                        utc(event.opensAt()),
                        utc(event.closesAt()),
                        event.revision(),
                        event.rules().version(),
                        event.rules().threshold(),
                        event.rules().minimumAge(),
                        event.rules().votingPeriod().text(),
                        event.petitionId().value())
                .update();
        add(event, 1, Timeline.Event.APPROVED, day(event.approvedAt()), Map.of());
        add(
                event,
                1,
                Timeline.Event.OPENED,
                day(event.opensAt()),
                Map.of("closesAt", event.closesAt().toString()));
    }

    private void rejected(PetitionRejected event) {
        Optional<String> authority =
                jdbc.sql(
                                """
                                update petition_view set state = 'REJECTED', rejection_reason = ?,
                                    text_hidden = ?
                                where petition_id = ? returning authority
                                """)
                        .params(
                                event.reason().name(),
                                event.textHidden(),
                                event.petitionId().value())
                        .query((row, number) -> Optional.ofNullable(row.getString(1)))
                        .single();
        Map<String, String> details = new HashMap<>();
        details.put("reason", event.reason().name());
        authority.ifPresent(code -> details.put("authority", code));
        add(event, 1, Timeline.Event.REJECTED, day(event.rejectedAt()), details);
    }

    /** From here on the public version is what everybody reads, whatever the decision. */
    private void redacted(TextRedacted event) {
        jdbc.sql("update petition_view set text_version = ? where petition_id = ?")
                .params(event.publicVersion(), event.petitionId().value())
                .update();
        add(event, 1, Timeline.Event.REDACTED, day(event.redactedAt()), Map.of());
    }

    private void returned(PetitionReturned event) {
        jdbc.sql("update petition_view set state = 'RETURNED' where petition_id = ?")
                .param(event.petitionId().value())
                .update();
        add(event, event.textVersion(), Timeline.Event.RETURNED, day(event.returnedAt()), Map.of());
    }

    private void withdrawn(PetitionWithdrawn event) {
        jdbc.sql("update petition_view set state = 'WITHDRAWN' where petition_id = ?")
                .param(event.petitionId().value())
                .update();
        add(event, 1, Timeline.Event.WITHDRAWN, day(event.withdrawnAt()), Map.of());
    }

    private void named(DuplicateNamed event) {
        jdbc.sql("update petition_view set duplicate_of = ? where petition_id = ?")
                .params(event.duplicateOf().value(), event.petitionId().value())
                .update();
    }

    private void named(AuthorityNamed event) {
        jdbc.sql("update petition_view set authority = ? where petition_id = ?")
                .params(event.authority(), event.petitionId().value())
                .update();
    }

    private void extended(VotingPeriodExtended event) {
        moveDeadline(event, event.closesAt(), event.revision());
        add(
                event,
                event.revision(),
                Timeline.Event.EXTENDED,
                day(event.extendedAt()),
                Map.of("closesAt", event.closesAt().toString()));
    }

    private void ended(VotingEndedAfterKeyLoss event) {
        moveDeadline(event, event.closesAt(), event.revision());
        add(event, 1, Timeline.Event.KEY_LOST, day(event.closesAt()), Map.of());
    }

    private void takenDown(PetitionTakenDown event) {
        int number =
                jdbc.sql(
                                """
                                update petition_view set take_down_reason = ?,
                                    take_down_for_good = ?, take_downs = take_downs + 1
                                where petition_id = ? returning take_downs
                                """)
                        .params(event.reason().name(), event.endsVote(), event.petitionId().value())
                        .query(Integer.class)
                        .single();
        add(
                event,
                number,
                Timeline.Event.TAKEN_DOWN,
                day(event.takenDownAt()),
                Map.of("reason", event.reason().name()));
    }

    private void restored(PetitionRestored event) {
        int number =
                jdbc.sql(
                                """
                                update petition_view set take_down_reason = null
                                where petition_id = ? returning take_downs
                                """)
                        .param(event.petitionId().value())
                        .query(Integer.class)
                        .single();
        add(event, number, Timeline.Event.RESTORED, day(event.restoredAt()), Map.of());
    }

    private void moveDeadline(PetitionEvent event, Instant closesAt, int revision) {
        jdbc.sql("update petition_view set closes_at = ?, revision = ? where petition_id = ?")
                .params(utc(closesAt), revision, event.petitionId().value())
                .update();
    }

    private void closed(PetitionClosed event) {
        jdbc.sql("update petition_view set state = 'CLOSED' where petition_id = ?")
                .param(event.petitionId().value())
                .update();
        add(event, 1, Timeline.Event.CLOSED, day(event.closedAt()), Map.of());
    }

    private void handedOver(PetitionHandedOver event) {
        add(
                event,
                event.handOverVersion(),
                Timeline.Event.HANDED_OVER,
                event.handedOverOn(),
                Map.of(
                        "committee", event.committee().code(),
                        "registryNumber", event.registryNumber()));
    }

    private void answered(OutcomeRecorded event) {
        jdbc.sql(
                        """
                        update petition_view set state = 'ANSWERED', outcome_version = ?,
                            decision = ?, decided_on = ?, committee = ?, registry_number = ?
                        where petition_id = ?
                        """)
                .params(
                        event.outcomeVersion(),
                        event.outcome().decision().name(),
                        event.outcome().decidedOn(),
                        event.outcome().committee().code(),
                        event.outcome().registryNumber(),
                        event.petitionId().value())
                .update();
        add(
                event,
                event.outcomeVersion(),
                Timeline.Event.OUTCOME,
                day(event.recordedAt()),
                Map.of(
                        "decision", event.outcome().decision().name(),
                        "committee", event.outcome().committee().code(),
                        "registryNumber", event.outcome().registryNumber()));
    }

    private void add(
            PetitionEvent event,
            int number,
            Timeline.Event kind,
            LocalDate day,
            Map<String, String> details) {
        timeline.add(event.petitionId().value(), number, new Timeline.Entry(kind, day, details));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(VotingPeriod.STOCKHOLM).toLocalDate();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
