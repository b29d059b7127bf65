package se.lyhord.petition.follow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.petition.petition.Language;

/** Who follows which petition. Everything here can be erased, and is. */
@Component
class Subscriptions {

    private final FollowDatabase database;

    Subscriptions(FollowDatabase database) {
        this.database = database;
    }

    /**
     * What a link leads to.
     *
     * @param title null while the petition's text is hidden
     * @param confirmed whether its address is known to be the asker's
     */
    record Followed(
            UUID petitionId, @Nullable String title, boolean petitioner, boolean confirmed) {}

    /** Whether the petition is public and something may still happen to it. */
    boolean canBeFollowed(UUID petition) {
        return database.jdbc()
                .sql("select can_be_followed from follow.petition where petition_id = ?")
                .param(petition)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Keeps the address until it is confirmed, and has a mail ask for that. */
    void ask(UUID petition, EmailAddress address, Language language) {
        database.jdbc()
                .sql(
                        """
                        with asked as (
                            insert into follow.subscription (subscription_id, petition_id, email,
                                language, petitioner, asked_at)
                            values (gen_random_uuid(), ?, ?, ?, false,
                                date_trunc('hour', clock_timestamp()))
                            on conflict (petition_id, lower(email)) do update set
                                language = excluded.language,
                                asked_at = case when subscription.asked_at is null then null
                                    else excluded.asked_at end
                            returning subscription_id)
                        insert into follow.notice (notice_id, subscription_id, happening, number,
                            due_at, give_up_at)
                        select gen_random_uuid(), subscription_id, 'CONFIRM', 0, clock_timestamp(),
                            clock_timestamp() + interval '1 day'
                        from asked
                        on conflict do nothing
                        """)
                .params(petition, address.value(), language.code())
                .update();
    }

    /** Takes over the addresses that came with petitions, each to be confirmed as any other. */
    void takeContacts() {
        database.jdbc()
                .sql(
                        """
                        with taken as (
                            delete from petition_contact c using follow.petition p
                            where p.petition_id = c.petition_id
                            returning c.petition_id, c.email, p.language),
                        asked as (
                            insert into follow.subscription (subscription_id, petition_id, email,
                                language, petitioner, asked_at)
                            select gen_random_uuid(), petition_id, email, language, true,
                                date_trunc('hour', clock_timestamp())
                            from taken
                            on conflict do nothing
                            returning subscription_id)
                        insert into follow.notice (notice_id, subscription_id, happening, number,
                            due_at, give_up_at)
                        select gen_random_uuid(), subscription_id, 'CONFIRM', 0, clock_timestamp(),
                            clock_timestamp() + interval '1 day'
                        from asked
                        """)
                .update();
    }

    /** What the link leads to; null if it leads nowhere, or no more. */
    @Nullable Followed find(LinkToken token) {
        return database.jdbc()
                .sql(
                        """
                        select s.petition_id, p.title, s.petitioner,
                            s.asked_at is null as confirmed
                        from follow.link l
                            join follow.subscription s using (subscription_id)
                            join follow.petition p on p.petition_id = s.petition_id
                        where l.token_hash = ?
                        """)
                .param(token.hash())
                .query(Followed.class)
                .optional()
                .orElse(null);
    }

    /**
     * Confirms the address and forgets when it was asked for. Whoever is first to follow a petition
     * is not told what happened to it before.
     *
     * @return false if the link leads nowhere
     */
    boolean confirm(LinkToken token) {
        return database.inTransaction(
                transaction -> {
                    UUID petition =
                            database.jdbc()
                                    .sql(
                                            """
                                            update follow.subscription s set asked_at = null
                                            from follow.link l
                                            where l.subscription_id = s.subscription_id
                                                and l.token_hash = ? and s.asked_at is not null
                                            returning s.petition_id
                                            """)
                                    .param(token.hash())
                                    .query(UUID.class)
                                    .optional()
                                    .orElse(null);
                    if (petition == null) {
                        return find(token) != null;
                    }
                    database.jdbc()
                            .sql(
                                    """
                                    insert into follow.told (petition_id, happening, number)
                                    select petition_id, happening, number from follow.happening
                                    where petition_id = :petition and (
                                        select count(*) from follow.subscription
                                        where petition_id = :petition and asked_at is null) = 1
                                    on conflict do nothing
                                    """)
                            .param("petition", petition)
                            .update();
                    return true;
                });
    }

    /** Erases the address and every mail that waits for it. */
    void end(LinkToken token) {
        database.jdbc()
                .sql(
                        """
                        delete from follow.subscription s using follow.link l
                        where l.subscription_id = s.subscription_id and l.token_hash = ?
                        """)
                .param(token.hash())
                .update();
    }

    /** Erases what was not confirmed in a day, and what is followed two years after its vote. */
    void eraseOld() {
        database.jdbc()
                .sql(
                        """
                        delete from follow.subscription s using follow.petition p
                        where p.petition_id = s.petition_id
                            and (s.asked_at < clock_timestamp() - interval '24 hours'
                                or p.closes_at < clock_timestamp() - interval '24 months')
                        """)
                .update();
        database.jdbc()
                .sql(
                        """
                        delete from follow.told t where not exists (
                            select 1 from follow.subscription s
                            where s.petition_id = t.petition_id)
                        """)
                .update();
    }
}
