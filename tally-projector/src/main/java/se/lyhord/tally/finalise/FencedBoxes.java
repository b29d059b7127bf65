package se.lyhord.tally.finalise;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.tally.tally.BallotBoxFence;
import se.lyhord.tally.tally.FinalTally;

/** Fenced ballot boxes on their way to a final tally. */
@Component
public class FencedBoxes {

    private final JdbcClient jdbc;

    FencedBoxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the voting service stated; a box is fenced once. */
    public void fenced(BallotBoxFence fence) {
        jdbc.sql(
                        """
                        INSERT INTO ballot_box_fenced (petition, cut, digest) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(fence.petition(), fence.cut(), fence.digest())
                .update();
    }

    /** Takes up a box that has no final tally yet and is due. */
    Optional<BallotBoxFence> takeUp() {
        return jdbc.sql(
                        """
                        UPDATE ballot_box_fenced
                        SET attempts = attempts + 1, next_attempt_at = next_attempt(attempts)
                        WHERE petition = (
                            SELECT petition FROM ballot_box_fenced f
                            WHERE next_attempt_at <= clock_timestamp() AND NOT EXISTS (
                                SELECT FROM final_tally t WHERE t.petition = f.petition)
                            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING petition, cut, digest
                        """)
                .query(BallotBoxFence.class)
                .optional();
    }

    /** Makes the tally final, for ever. */
    void finalise(FinalTally tally, SigningKey key, byte[] signature) {
        jdbc.sql(
                        """
                        INSERT INTO final_tally (petition, count, digest, kid, signature)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(tally.petition(), tally.count(), tally.digest(), key.kid(), signature)
                .update();
    }
}
