package se.lyhord.petition.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.PetitionState;
import se.lyhord.petition.petition.RejectionReason;

/**
 * One petition in a list.
 *
 * @param summary the beginning of its text
 * @param outcome what the municipality decided
 * @param answer the beginning of the municipality's answer
 * @param finalCount votes, once the vote has ended
 * @param trending whether it has got votes lately
 */
record ListedPetition(
        UUID id,
        String title,
        String summary,
        PetitionState state,
        Standing standing,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer threshold,
        @Nullable RejectionReason rejectionReason,
        @Nullable Decision outcome,
        @Nullable Committee committee,
        @Nullable LocalDate decidedOn,
        @Nullable String answer,
        @Nullable Long finalCount,
        boolean trending) {

    private static final int SUMMARY_LENGTH = 200;

    /** What {@link #read} reads, of {@link #FROM}; {@code :minimum} is the least count told. */
    static final String COLUMNS =
            """
            v.*, t.title, left(t.body, %1$d) as beginning, left(a.answer, %1$d) as answer,
            b.final_count, %2$s as standing,
            coalesce(v.state = 'OPEN' and p.count >= :minimum and %3$s >= 1, false) as trending
            """
                    .formatted(SUMMARY_LENGTH + 1, Standing.SQL, Popularity.LATELY);

    /** All that is public and may be shown in a list. */
    static final String FROM =
            """
            from petition_view v
                join petition_text t
                    on t.petition_id = v.petition_id and t.version = v.text_version
                left join ballot_progress b on b.petition_id = v.petition_id
                left join popularity p on p.petition_id = v.petition_id
                left join outcome_answer a
                    on a.petition_id = v.petition_id and a.version = v.outcome_version
            where v.state not in ('IN_REVIEW', 'RETURNED', 'WITHDRAWN') and not v.text_hidden
                and v.take_down_reason is null
            """;

    static ListedPetition read(ResultSet row) throws SQLException {
        Long threshold = Columns.number(row, "threshold");
        String answer = row.getString("answer");
        return new ListedPetition(
                row.getObject("petition_id", UUID.class),
                row.getString("title"),
                beginning(row.getString("beginning")),
                PetitionState.valueOf(row.getString("state")),
                Standing.valueOf(row.getString("standing")),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"),
                threshold == null ? null : Math.toIntExact(threshold),
                Columns.constant(row, "rejection_reason", RejectionReason.class),
                Columns.constant(row, "decision", Decision.class),
                Columns.committee(row, "committee"),
                row.getObject("decided_on", LocalDate.class),
                answer == null ? null : beginning(answer),
                Columns.number(row, "final_count"),
                row.getBoolean("trending"));
    }

    /** On one line, cut between words. */
    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (text.codePointCount(0, text.length()) <= SUMMARY_LENGTH) {
            return line;
        }
        int lastSpace = line.lastIndexOf(' ');
        return line.substring(0, lastSpace > 0 ? lastSpace : line.length() - 1) + "…";
    }
}
