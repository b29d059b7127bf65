package se.lyhord.petition.submit;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.petition.petition.PetitionId;

/** The erasable side of a petition: its text, the petitioner's address, the way to its status. */
@Component
class SubmittedTexts {

    private final JdbcClient jdbc;

    SubmittedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new petition's text; false if the petition has one already, and nothing is kept. */
    boolean add(Receipt receipt, int version, Submission submission, Instant at) {
        return jdbc.sql(
                                """
                                insert into petition_text (petition_id, version, language, title, body,
                                    petitioner_name, digest, submitted_at)
                                values (:petition, :version, :language, :title, :body, :name, :digest, :at)
                                on conflict do nothing
                                """)
                        .param("petition", receipt.petitionId().value())
                        .param("version", version)
                        .param("language", submission.language().code())
                        .param("title", submission.title())
                        .param("body", submission.text())
                        .param("name", submission.petitionerName())
                        .param("digest", submission.digest())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The digest of the text that the petition has. */
    String digest(PetitionId petition, int version) {
        return jdbc.sql("select digest from petition_text where petition_id = ? and version = ?")
                .params(petition.value(), version)
                .query(String.class)
                .single();
    }

    void addStatusKey(Receipt receipt) {
        jdbc.sql("insert into status_key (key_hash, petition_id) values (?, ?)")
                .params(receipt.statusKey().hash(), receipt.petitionId().value())
                .update();
    }

    void addContact(PetitionId petition, String email) {
        jdbc.sql("insert into petition_contact (petition_id, email) values (?, ?)")
                .params(petition.value(), email)
                .update();
    }
}
