package se.lyhord.petition.browse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;

/** Hands a petition's text to the service that reviews it, since events carry none. */
@RestController
class TextsController {

    private final JdbcClient jdbc;

    TextsController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One version of a petition's text. */
    record PetitionText(
            UUID petitionId,
            int textVersion,
            String title,
            String text,
            @Nullable String petitionerName,
            String language,
            Instant submittedAt) {

        @Override
        public String toString() {
            return "PetitionText[" + petitionId + ", " + textVersion + "]";
        }
    }

    /** Reads one version of a petition's text, public or not. */
    @GetMapping("/internal/petitions/{id}/texts/{version}")
    ResponseEntity<PetitionText> text(@PathVariable UUID id, @PathVariable int version) {
        return jdbc.sql("select * from petition_text where petition_id = ? and version = ?")
                .params(id, version)
                .query(
                        (row, number) ->
                                new PetitionText(
                                        id,
                                        version,
                                        row.getString("title"),
                                        row.getString("body"),
                                        row.getString("petitioner_name"),
                                        row.getString("language"),
                                        row.getObject("submitted_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional()
                .map(text -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(text))
                .orElseThrow(Refusal::notFound);
    }
}
