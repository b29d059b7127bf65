package se.lyhord.moderation.decide;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What moderators ask petitioners for, and what of it petition-service has not got yet. */
@Repository
class ReturnMessages {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    ReturnMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One message to hand over. */
    record Due(UUID petitionId, int textVersion, String message, int tries) {
        @Override
        public String toString() {
            return "Due[" + petitionId + ", " + textVersion + "]";
        }
    }

    void keep(UUID petitionId, int textVersion, String message, Instant now) {
        jdbc.sql(
                        """
                        insert into return_message (petition_id, text_version, message, due_at)
                        values (?, ?, ?, ?)
                        """)
                .params(petitionId, textVersion, message, Timestamp.from(now))
                .update();
    }

    Optional<String> find(UUID petitionId, int textVersion) {
        return jdbc.sql(
                        "select message from return_message where petition_id = ? and text_version"
                                + " = ?")
                .params(petitionId, textVersion)
                .query(String.class)
                .optional();
    }

    /** The next message that is due, kept from other instances until the transaction ends. */
    Optional<Due> next(Instant now) {
        return jdbc.sql(
                        """
                        select petition_id, text_version, message, tries from return_message
                        where due_at <= ? order by due_at limit 1 for update skip locked
                        """)
                .param(Timestamp.from(now))
                .query(Due.class)
                .optional();
    }

    void done(Due due) {
        jdbc.sql(
                        """
                        update return_message set due_at = null
                        where petition_id = ? and text_version = ?
                        """)
                .params(due.petitionId(), due.textVersion())
                .update();
    }

    void later(Due due, Instant now) {
        var wait = Duration.ofSeconds(1L << Math.min(due.tries(), 10));
        jdbc.sql(
                        """
                        update return_message set tries = tries + 1, due_at = ?
                        where petition_id = ? and text_version = ?
                        """)
                .params(
                        Timestamp.from(
                                now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)),
                        due.petitionId(),
                        due.textVersion())
                .update();
    }
}
