package se.lyhord.tally.certify;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.tally.tally.FinalTally;
import se.lyhord.tally.tally.ShreddedKey;

/** What has been told of keys destroyed and boxes dropped, and the certificates made of it. */
@Component
public class ClosingEvidence {

    private final JdbcClient jdbc;

    ClosingEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All that a certificate needs.
     *
     * @param result the final tally, whose publication ordered the shredding
     */
    record Complete(FinalTally result, ShreddedKey salt, ShreddedKey pseudonymKey) {}

    /** The voting service has destroyed the petition's salt. */
    public void saltShredded(UUID petition, ShreddedKey key) {
        keep("salt_shredded", petition, key);
    }

    /** The gateway has destroyed the petition's pseudonym key. */
    public void pseudonymKeyShredded(UUID petition, ShreddedKey key) {
        keep("pseudonym_key_shredded", petition, key);
    }

    /** The box is dropped and no log of its database remembers it. */
    public void ballotBoxPurged(UUID petition) {
        jdbc.sql("INSERT INTO ballot_box_purged (petition) VALUES (?) ON CONFLICT DO NOTHING")
                .param(petition)
                .update();
    }

    /** A petition that can be certified and is not yet. */
    Optional<Complete> complete() {
        return jdbc.sql(
                        """
                        SELECT t.petition, t.count, t.digest,
                            s.vault_kind, s.vault_generation, k.vault_kind, k.vault_generation
                        FROM final_tally t
                        JOIN salt_shredded s USING (petition)
                        JOIN pseudonym_key_shredded k USING (petition)
                        JOIN ballot_box_purged USING (petition)
                        WHERE t.published AND NOT EXISTS (
                            SELECT FROM closing_certificate c WHERE c.petition = t.petition)
                        LIMIT 1
                        """)
                .query(
                        (row, number) ->
                                new Complete(
                                        new FinalTally(
                                                row.getObject(1, UUID.class),
                                                row.getLong(2),
                                                row.getString(3)),
                                        new ShreddedKey(row.getString(4), row.getLong(5)),
                                        new ShreddedKey(row.getString(6), row.getLong(7))))
                .optional();
    }

    /** Keeps a certificate; the first stays. */
    void certified(UUID petition, LocalDate day, byte[] document, byte[] signature) {
        jdbc.sql(
                        """
                        INSERT INTO closing_certificate (petition, day, document, signature)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(petition, day, document, signature)
                .update();
    }

    private void keep(String table, UUID petition, ShreddedKey key) {
        jdbc.sql(
                        "INSERT INTO "
                                + table
                                + " (petition, vault_kind, vault_generation) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(petition, key.vaultKind(), key.vaultGeneration())
                .update();
    }
}
