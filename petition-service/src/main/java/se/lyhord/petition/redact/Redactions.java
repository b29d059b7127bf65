package se.lyhord.petition.redact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.petition.Digest;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.PetitionCommand.RedactText;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.redact.Redaction.Field;

/**
 * Makes the public version of a text. What was handed in stays as it was, in its own version, and
 * nobody but the moderators' service can read that.
 */
@Service
public class Redactions {

    private final JdbcClient jdbc;
    private final Commands commands;

    Redactions(JdbcClient jdbc, Commands commands) {
        this.jdbc = jdbc;
        this.commands = commands;
    }

    private record Text(
            String language,
            String title,
            String body,
            @Nullable String petitionerName,
            OffsetDateTime submittedAt) {}

    /**
     * Hides places of a text; the version after it is what the public reads.
     *
     * @throws IllegalArgumentException when the places do not fit the text
     */
    @Transactional
    public PetitionResult redact(
            PetitionId petition, int textVersion, List<Redaction> redactions, Instant at) {
        var text =
                jdbc.sql(
                                """
                                select language, title, body, petitioner_name, submitted_at
                                from petition_text where petition_id = ? and version = ?
                                """)
                        .params(petition.value(), textVersion)
                        .query(Text.class)
                        .single();
        var language = Language.of(text.language());
        var title = Redaction.apply(text.title(), Field.TITLE, redactions, language);
        var body = Redaction.apply(text.body(), Field.TEXT, redactions, language);
        var name = text.petitionerName();
        var digest = Digest.of(title, body, name == null ? "" : name);
        var publicVersion = textVersion + 1;
        jdbc.sql(
                        """
                        insert into petition_text (petition_id, version, language, title, body,
                            petitioner_name, digest, submitted_at)
                        values (:petition, :version, :language, :title, :body, :name, :digest, :at)
                        on conflict do nothing
                        """)
                .param("petition", petition.value())
                .param("version", publicVersion)
                .param("language", text.language())
                .param("title", title)
                .param("body", body)
                .param("name", name)
                .param("digest", digest)
                .param("at", text.submittedAt())
                .update();
        return commands.send(new RedactText(petition, textVersion, publicVersion, digest, at));
    }
}
