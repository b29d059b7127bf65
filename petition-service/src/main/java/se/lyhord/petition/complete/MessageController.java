package se.lyhord.petition.complete;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Fields;

/**
 * Takes what a moderator writes to the petitioner from the service that reviews, since no event
 * holds it.
 */
@RestController
class MessageController {

    private final JdbcClient jdbc;

    MessageController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The message as it came. */
    record MessageForm(@Nullable String message) {
        @Override
        public String toString() {
            return "MessageForm[redacted]";
        }
    }

    /** Keeps the message about one version of a text; sending it again changes nothing. */
    @PutMapping("/internal/petitions/{id}/messages/{version}")
    ResponseEntity<Void> keep(
            @PathVariable UUID id, @PathVariable int version, @RequestBody MessageForm form) {
        var fields = new Fields();
        var message = fields.lines("message", form.message(), 1, 2_000);
        fields.refuseIfWrong();
        jdbc.sql(
                        """
                        insert into return_message (petition_id, text_version, message)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(id, version, message)
                .update();
        return ResponseEntity.noContent().build();
    }
}
