package se.lyhord.petition.follow;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.StatusKey;

/** The mails that have not left yet, given out one at a time to one instance at a time. */
@Component
class Outbox {

    private final FollowDatabase database;
    private final Duration retry;

    Outbox(FollowDatabase database, FollowSettings settings) {
        this.database = database;
        this.retry = settings.retry();
    }

    /**
     * A mail to be sent.
     *
     * @param title null while the petition's text is hidden
     * @param details of the happening, as JSON
     * @param settled what the municipality has settled, as JSON
     * @param late whether this is the last try
     */
    record Notice(
            UUID noticeId,
            UUID subscriptionId,
            UUID petitionId,
            String email,
            Language language,
            boolean petitioner,
            Happening happening,
            @Nullable String title,
            @Nullable Integer threshold,
            @Nullable String closesAt,
            @Nullable String details,
            @Nullable String settled,
            boolean late) {

        @Override
        public String toString() {
            return "Notice[" + noticeId + ", " + happening + "]";
        }
    }

    /** What a mail's links need: both are kept as hashes only, from when the mail has left. */
    record Secrets(LinkToken token, StatusKey statusKey) {}

    /** How sending went. */
    enum Sent {
        YES,
        /** Another mail may do better. */
        NOT_THIS_ONE,
        /** The mail server is away: no other mail will do better now. */
        NOTHING_NOW
    }

    /** Sends a mail. */
    interface Sending {
        Sent send(Notice notice, Secrets secrets);
    }

    /**
     * Takes the mail that has waited longest and sends it. It leaves the outbox when it is sent, or
     * when it is given up; what was last takes the address along.
     *
     * @return null if none is due
     */
    @Nullable Sent sendNext(Sending sending) {
        return database.<@Nullable Sent>inTransaction(
                transaction -> {
                    Notice notice = next();
                    return notice == null ? null : send(notice, sending, transaction);
                });
    }

    /** How many mails were tried at least once and have not left. */
    long triedInVain() {
        return database.jdbc()
                .sql("select count(*) from follow.notice where tries > 0")
                .query(Long.class)
                .single();
    }

    private Sent send(Notice notice, Sending sending, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        Secrets secrets = new Secrets(LinkToken.drawn(), StatusKey.ofRandom(LinkToken.random()));
        keep(notice, secrets);
        Sent sent = sending.send(notice, secrets);
        if (sent != Sent.YES) {
            transaction.rollbackToSavepoint(before);
        }
        if (sent == Sent.YES || notice.late()) {
            remove(notice);
        } else {
            postpone(notice);
        }
        return sent;
    }

    private @Nullable Notice next() {
        return database.jdbc()
                .sql(
                        """
                        select n.notice_id, s.subscription_id, s.petition_id, s.email,
                            upper(s.language) as language, s.petitioner, n.happening, p.title,
                            p.threshold,
                            to_char(p.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                as closes_at,
                            (select h.details::text from follow.happening h
                                where h.petition_id = s.petition_id
                                    and h.happening = n.happening and h.number = n.number)
                                as details,
                            (select m.content::text from municipality m
                                order by m.version desc limit 1) as settled,
                            n.give_up_at <= clock_timestamp() as late
                        from follow.notice n
                            join follow.subscription s using (subscription_id)
                            join follow.petition p on p.petition_id = s.petition_id
                        where n.due_at <= clock_timestamp()
                        order by n.due_at limit 1
                        for update of n skip locked
                        """)
                .query(Notice.class)
                .optional()
                .orElse(null);
    }

    private void keep(Notice notice, Secrets secrets) {
        database.jdbc()
                .sql("insert into follow.link (token_hash, subscription_id) values (?, ?)")
                .params(secrets.token().hash(), notice.subscriptionId())
                .update();
        if (notice.petitioner() && notice.happening() != Happening.CONFIRM) {
            database.jdbc()
                    .sql("insert into status_key (key_hash, petition_id) values (?, ?)")
                    .params(secrets.statusKey().hash(), notice.petitionId())
                    .update();
        }
    }

    private void remove(Notice notice) {
        if (notice.happening().isLast()) {
            database.jdbc()
                    .sql("delete from follow.subscription where subscription_id = ?")
                    .param(notice.subscriptionId())
                    .update();
        } else {
            database.jdbc()
                    .sql("delete from follow.notice where notice_id = ?")
                    .param(notice.noticeId())
                    .update();
        }
    }

    private void postpone(Notice notice) {
        database.jdbc()
                .sql(
                        """
                        update follow.notice set tries = tries + 1,
                            due_at = clock_timestamp() + least(interval '1 hour',
                                make_interval(secs => ? * power(2, least(tries, 12))))
                        where notice_id = ?
                        """)
                .params(retry.toMillis() / 1000.0, notice.noticeId())
                .update();
    }
}
