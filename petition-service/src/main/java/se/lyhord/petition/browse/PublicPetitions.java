package se.lyhord.petition.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.browse.PetitionView.RecordedOutcome;
import se.lyhord.petition.browse.PetitionView.Rejection;
import se.lyhord.petition.config.Preconditions;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.PetitionState;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.TakeDownReason;
import se.lyhord.petition.petition.VotingPeriod;

/** Reads single petitions for the public; one in review is not there. */
@Component
class PublicPetitions {

    private static final String VIEW =
            """
            select v.*, t.title, t.body, t.petitioner_name, a.answer, a.answer_english,
                a.document_url, d.document_id, d.name as document_name,
                length(d.content) as document_size,
                coalesce(b.ballot_box_opened and b.pseudonym_key_created, false) as keys_ready,
                coalesce(b.certified, false) as certified, b.final_count
            from petition_view v
                left join petition_text t
                    on t.petition_id = v.petition_id and t.version = v.text_version
                left join ballot_progress b on b.petition_id = v.petition_id
                left join outcome_answer a
                    on a.petition_id = v.petition_id and a.version = v.outcome_version
                left join outcome_document d on d.document_id = a.document_id
            where v.petition_id = ? and v.state not in ('IN_REVIEW', 'RETURNED', 'WITHDRAWN')
            """;

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Preconditions preconditions;

    PublicPetitions(JdbcClient jdbc, Timeline timeline, Preconditions preconditions) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.preconditions = preconditions;
    }

    @Transactional(readOnly = true)
    Optional<PetitionView> find(UUID petition) {
        return jdbc.sql(VIEW)
                .param(petition)
                .query((row, number) -> view(petition, row, timeline.of(petition)))
                .optional();
    }

    private PetitionView view(UUID petition, ResultSet row, List<Timeline.Entry> entries)
            throws SQLException {
        Rejection rejection = rejection(row);
        PetitionView.TakeDown takeDown = takeDown(row);
        boolean hidden = takeDown != null || rejection != null && rejection.textHidden();
        PetitionState state = PetitionState.valueOf(row.getString("state"));
        return new PetitionView(
                petition,
                hidden ? null : row.getString("title"),
                hidden ? null : row.getString("body"),
                hidden ? null : row.getString("petitioner_name"),
                Language.of(row.getString("language")),
                state,
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"),
                row.getInt("revision"),
                row.getInt("text_version"),
                rules(row),
                state == PetitionState.OPEN
                        && takeDown == null
                        && preconditions.met()
                        && row.getBoolean("keys_ready"),
                row.getBoolean("certified"),
                Columns.number(row, "final_count"),
                rejection,
                takeDown,
                outcome(row),
                entries);
    }

    private static @Nullable PetitionRules rules(ResultSet row) throws SQLException {
        String period = row.getString("voting_period");
        return period == null
                ? null
                : new PetitionRules(
                        row.getInt("rules_version"),
                        row.getInt("threshold"),
                        row.getInt("minimum_age"),
                        VotingPeriod.of(period));
    }

    private static @Nullable Rejection rejection(ResultSet row) throws SQLException {
        RejectionReason reason = Columns.constant(row, "rejection_reason", RejectionReason.class);
        return reason == null
                ? null
                : new Rejection(
                        reason,
                        row.getBoolean("text_hidden"),
                        row.getObject("duplicate_of", UUID.class),
                        row.getString("authority"));
    }

    private static PetitionView.@Nullable TakeDown takeDown(ResultSet row) throws SQLException {
        TakeDownReason reason = Columns.constant(row, "take_down_reason", TakeDownReason.class);
        return reason == null
                ? null
                : new PetitionView.TakeDown(reason, row.getBoolean("take_down_for_good"));
    }

    private static @Nullable RecordedOutcome outcome(ResultSet row) throws SQLException {
        Decision decision = Columns.constant(row, "decision", Decision.class);
        return decision == null
                ? null
                : new RecordedOutcome(
                        row.getInt("outcome_version"),
                        decision,
                        row.getObject("decided_on", LocalDate.class),
                        new Committee(row.getString("committee")),
                        row.getString("registry_number"),
                        row.getString("answer"),
                        row.getString("answer_english"),
                        row.getString("document_url"),
                        document(row));
    }

    private static PetitionView.@Nullable Document document(ResultSet row) throws SQLException {
        UUID id = row.getObject("document_id", UUID.class);
        return id == null
                ? null
                : new PetitionView.Document(
                        id, row.getString("document_name"), row.getLong("document_size"));
    }
}
