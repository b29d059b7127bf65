package se.lyhord.petition.complete;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.Digest;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.PetitionCommand.CompletePetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.StatusKey;

/** Where a petitioner hands in the text anew, when the moderators have asked for it. */
@RestController
class CompletionController {

    private final JdbcClient jdbc;
    private final Commands commands;
    private final DatabaseClock clock;

    CompletionController(JdbcClient jdbc, Commands commands, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    /** The text as it came. */
    record CompletionForm(
            @Nullable String title, @Nullable String text, @Nullable String petitionerName) {
        @Override
        public String toString() {
            return "CompletionForm[redacted]";
        }
    }

    private record Returned(UUID petitionId, String state, int textVersion, String language) {}

    /**
     * Hands in the next version of the text; the same text again is no error.
     *
     * @throws Refusal when the key opens nothing (404), fields are wrong (422), or nobody has asked
     *     for another text (409)
     */
    @PostMapping("/api/v1/status/{statusKey}/completion")
    @Transactional
    ResponseEntity<Void> complete(
            @PathVariable String statusKey, @RequestBody CompletionForm form) {
        var returned = find(StatusKey.presented(statusKey));
        var fields = new Fields();
        var title = fields.line("title", form.title(), 5, 120);
        var text = fields.lines("text", form.text(), 20, 10_000);
        var name = fields.optionalLine("petitionerName", form.petitionerName(), 80);
        fields.refuseIfWrong();
        var digest = Digest.of(title, text, name == null ? "" : name);
        if (!returned.state().equals("RETURNED")) {
            if (isThere(returned.petitionId(), returned.textVersion(), digest)) {
                return ResponseEntity.noContent().build();
            }
            throw new Refusal(HttpStatus.CONFLICT, "not-returned");
        }
        var version = returned.textVersion() + 1;
        var now = clock.now();
        jdbc.sql(
                        """
                        insert into petition_text (petition_id, version, language, title, body,
                            petitioner_name, digest, submitted_at)
                        values (:petition, :version, :language, :title, :body, :name, :digest, :at)
                        on conflict do nothing
                        """)
                .param("petition", returned.petitionId())
                .param("version", version)
                .param("language", returned.language())
                .param("title", title)
                .param("body", text)
                .param("name", name)
                .param("digest", digest)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        PetitionResult result =
                commands.send(
                        new CompletePetition(
                                new PetitionId(returned.petitionId()),
                                version,
                                digest,
                                Language.of(returned.language()),
                                now));
        return switch (result) {
            case Accepted ignored -> ResponseEntity.noContent().build();
            case Refused ignored -> throw new Refusal(HttpStatus.CONFLICT, "not-returned");
        };
    }

    private Returned find(StatusKey key) {
        return jdbc.sql(
                        """
                        select v.petition_id, v.state, v.text_version, v.language
                        from status_key k join petition_view v using (petition_id)
                        where k.key_hash = ?
                        """)
                .param(key.hash())
                .query(Returned.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private boolean isThere(UUID petition, int version, String digest) {
        return jdbc.sql("select digest from petition_text where petition_id = ? and version = ?")
                .params(petition, version)
                .query(String.class)
                .optional()
                .filter(digest::equals)
                .isPresent();
    }
}
