package se.lyhord.moderation.receive;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.PetitionTexts;

/** The fetched texts, in a table that can be erased. */
@Repository
class JdbcPetitionTexts implements PetitionTexts {

    private final JdbcClient jdbc;

    JdbcPetitionTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(PetitionText text) {
        jdbc.sql(
                        """
                        insert into review_text
                            (petition_id, text_version, title, body, petitioner_name, language)
                        values (:petition, :version, :title, :body, :name, :language)
                        on conflict do nothing
                        """)
                .param("petition", text.petitionId())
                .param("version", text.textVersion())
                .param("title", text.title())
                .param("body", text.text())
                .param("name", text.petitionerName())
                .param("language", text.language())
                .update();
    }

    @Override
    public Optional<PetitionText> find(UUID petitionId, int textVersion) {
        return jdbc.sql(
                        """
                        select petition_id, text_version, title, body, petitioner_name, language
                        from review_text where petition_id = ? and text_version = ?
                        """)
                .params(petitionId, textVersion)
                .query(
                        (row, number) ->
                                new PetitionText(
                                        row.getObject(1, UUID.class),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)))
                .optional();
    }
}
