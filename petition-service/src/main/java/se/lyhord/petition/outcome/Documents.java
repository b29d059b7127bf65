package se.lyhord.petition.outcome;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that case officers have put beside a decision. */
@Component
class Documents {

    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file, ready to be read by everybody. */
    record Document(String name, byte[] content) {}

    /** Keeps a file; it is public once an outcome names it. */
    UUID add(UUID petition, String name, byte[] content) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into outcome_document (document_id, petition_id, name, content)
                        values (?, ?, ?, ?)
                        """)
                .params(id, petition, name, content)
                .update();
        return id;
    }

    boolean belongs(UUID petition, UUID document) {
        return jdbc.sql(
                        """
                        select exists (select from outcome_document
                            where petition_id = ? and document_id = ?)
                        """)
                .params(petition, document)
                .query(Boolean.class)
                .single();
    }

    /** The file, if the petition's newest outcome names it. */
    Optional<Document> published(UUID petition, UUID document) {
        return jdbc.sql(
                        """
                        select d.name, d.content from outcome_document d
                            join outcome_answer a on a.document_id = d.document_id
                            join petition_view v on v.petition_id = a.petition_id
                                and v.outcome_version = a.version
                        where d.petition_id = ? and d.document_id = ?
                        """)
                .params(petition, document)
                .query(
                        (row, number) ->
                                new Document(row.getString("name"), row.getBytes("content")))
                .optional();
    }
}
