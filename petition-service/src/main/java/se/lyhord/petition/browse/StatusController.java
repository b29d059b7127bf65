package se.lyhord.petition.browse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionState;
import se.lyhord.petition.petition.RejectionReason;
import se.lyhord.petition.petition.StatusKey;

/** The petitioner's private page: how it goes, also before anything is public. */
@RestController
class StatusController {

    private final JdbcClient jdbc;
    private final Timeline timeline;

    StatusController(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /**
     * How it goes for one petition; the petitioner sees their own text always.
     *
     * @param message what the moderators ask for, while they wait for a better text; null until it
     *     has come
     */
    record Status(
            UUID petitionId,
            PetitionState state,
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String message,
            Instant submittedAt,
            @Nullable Reason rejection,
            List<Timeline.Entry> timeline) {}

    /** Why it was rejected, and which petition asks for the same or who decides instead. */
    record Reason(RejectionReason reason, @Nullable UUID duplicateOf, @Nullable String authority) {}

    /** Opens the status page that a key leads to. */
    @GetMapping("/api/v1/status/{statusKey}")
    ResponseEntity<Status> status(@PathVariable String statusKey) {
        return jdbc.sql(
                        """
                        select v.petition_id, v.state, t.title, t.body, t.petitioner_name,
                            m.message, v.submitted_at, v.rejection_reason, v.duplicate_of,
                            v.authority
                        from status_key k
                            join petition_view v on v.petition_id = k.petition_id
                            left join petition_text t
                                on t.petition_id = v.petition_id and t.version = v.text_version
                            left join return_message m on v.state = 'RETURNED'
                                and m.petition_id = v.petition_id
                                and m.text_version = v.text_version
                        where k.key_hash = ?
                        """)
                .param(StatusKey.presented(statusKey).hash())
                .query(
                        (row, number) -> {
                            UUID petition = row.getObject("petition_id", UUID.class);
                            RejectionReason reason =
                                    Columns.constant(
                                            row, "rejection_reason", RejectionReason.class);
                            return new Status(
                                    petition,
                                    PetitionState.valueOf(row.getString("state")),
                                    row.getString("title"),
                                    row.getString("body"),
                                    row.getString("petitioner_name"),
                                    row.getString("message"),
                                    row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                                    reason == null
                                            ? null
                                            : new Reason(
                                                    reason,
                                                    row.getObject("duplicate_of", UUID.class),
                                                    row.getString("authority")),
                                    timeline.of(petition));
                        })
                .optional()
                .map(
                        status ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .body(status))
                .orElseThrow(Refusal::notFound);
    }
}
