package se.lyhord.petition.browse;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.PublicCounts;

/** All public petitions as one table, for spreadsheets and journalists. */
@RestController
class PetitionsCsv {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String HEADER =
            "id,title,standing,opensAt,closesAt,threshold,votes,votesFewerThan,rejectionReason,"
                    + "decision,committee,decidedOn,registryNumber\r\n";

    private final JdbcClient jdbc;
    private final PublicCounts counts;

    PetitionsCsv(JdbcClient jdbc, PublicCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** The whole table (RFC 4180), newest first. */
    @GetMapping(path = "/api/v1/petitions.csv", produces = "text/csv")
    @Transactional(readOnly = true)
    ResponseEntity<String> table() {
        String rows =
                jdbc
                        .sql(
                                """
                                select v.*, t.title, b.final_count, p.count, %s as standing %s
                                order by coalesce(v.opens_at, v.submitted_at) desc, v.petition_id
                                """
                                        .formatted(Standing.SQL, ListedPetition.FROM))
                        .query((row, number) -> line(row))
                        .list()
                        .stream()
                        .collect(Collectors.joining());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(CSV)
                .body(HEADER + rows);
    }

    private String line(ResultSet row) throws SQLException {
        Standing standing = Standing.valueOf(row.getString("standing"));
        Long ended = Columns.number(row, "final_count");
        Long counted = Columns.number(row, "count");
        boolean open = ended == null && standing != Standing.REJECTED;
        boolean few = open && (counted == null || counted < counts.publicMinimum());
        return Stream.of(
                                row.getObject("petition_id"),
                                row.getString("title"),
                                standing,
                                Columns.instant(row, "opens_at"),
                                Columns.instant(row, "closes_at"),
                                Columns.number(row, "threshold"),
                                open ? (few ? null : counted) : ended,
                                few ? counts.publicMinimum() : null,
                                row.getString("rejection_reason"),
                                row.getString("decision"),
                                row.getString("committee"),
                                row.getObject("decided_on"),
                                row.getString("registry_number"))
                        .map(PetitionsCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted; an apostrophe before what a spreadsheet would take for a formula. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = List.of('=', '+', '-', '@', '\t').contains((text + " ").charAt(0));
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
