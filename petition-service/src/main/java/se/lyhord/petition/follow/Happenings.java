package se.lyhord.petition.follow;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What has happened to followed petitions and nobody has been written to about. */
@Component
class Happenings {

    private static final int AT_A_TIME = 100;

    private final FollowDatabase database;

    Happenings(FollowDatabase database) {
        this.database = database;
    }

    /**
     * One thing to write about.
     *
     * @param number tells apart what can happen several times
     */
    record Untold(UUID petitionId, Happening happening, int number) {}

    List<Untold> untold() {
        return database.jdbc()
                .sql(
                        """
                        select h.petition_id, h.happening, h.number
                        from (select distinct petition_id from follow.subscription
                                where asked_at is null) s
                            join follow.happening h on h.petition_id = s.petition_id
                        where not exists (
                            select 1 from follow.told t where t.petition_id = h.petition_id
                                and t.happening = h.happening and t.number = h.number)
                        limit ?
                        """)
                .param(AT_A_TIME)
                .query(
                        (row, number) ->
                                new Untold(
                                        row.getObject("petition_id", UUID.class),
                                        Happening.valueOf(row.getString("happening")),
                                        row.getInt("number")))
                .list();
    }

    /**
     * Puts a mail to every follower into the outbox, once however many instances try. What is last
     * erases who has not confirmed.
     */
    void tell(Untold untold) {
        database.inTransaction(
                transaction -> {
                    boolean first = isFirst(untold);
                    if (first) {
                        write(untold);
                    }
                    return first;
                });
    }

    private boolean isFirst(Untold untold) {
        return database.jdbc()
                        .sql("insert into follow.told values (?, ?, ?) on conflict do nothing")
                        .params(untold.petitionId(), untold.happening().name(), untold.number())
                        .update()
                == 1;
    }

    private void write(Untold untold) {
        if (untold.happening().isLast()) {
            database.jdbc()
                    .sql(
                            """
                            delete from follow.subscription
                            where petition_id = ? and asked_at is not null
                            """)
                    .param(untold.petitionId())
                    .update();
        }
        database.jdbc()
                .sql(
                        """
                        insert into follow.notice (notice_id, subscription_id, happening, number,
                            due_at, give_up_at)
                        select gen_random_uuid(), subscription_id, ?, ?, clock_timestamp(),
                            clock_timestamp() + interval '5 days'
                        from follow.subscription
                        where petition_id = ? and asked_at is null and (petitioner or not ?)
                        on conflict do nothing
                        """)
                .params(
                        untold.happening().name(),
                        untold.number(),
                        untold.petitionId(),
                        untold.happening().isForPetitionerOnly())
                .update();
    }
}
