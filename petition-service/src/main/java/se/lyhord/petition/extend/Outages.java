package se.lyhord.petition.extend;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.config.Refusal;

/** Outages: measured, declared by one administrator and confirmed by another. */
@Service
@Transactional
class Outages {

    private static final int NEWEST = 100;

    private final JdbcClient jdbc;

    Outages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest ones. */
    List<Outage> list() {
        return jdbc.sql(
                        """
                        select id, cause, began_at, ended_at, state from outage
                        order by began_at desc limit ?
                        """)
                .param(NEWEST)
                .query(
                        (row, number) ->
                                new Outage(
                                        row.getObject("id", UUID.class),
                                        OutageCause.valueOf(row.getString("cause")),
                                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                                        OutageState.valueOf(row.getString("state"))))
                .list();
    }

    /** Notes what was measured, for an administrator to declare or dismiss. */
    void measured(Instant from, Instant to) {
        insert(UUID.randomUUID(), OutageCause.PLATFORM, from, to)
                .param("state", OutageState.MEASURED.name())
                .param("by", null)
                .update();
    }

    /** An administrator declares what nothing has measured. */
    UUID declared(OutageCause cause, Instant from, Instant to, String by) {
        UUID id = UUID.randomUUID();
        insert(id, cause, from, to)
                .param("state", OutageState.DECLARED.name())
                .param("by", by)
                .update();
        return id;
    }

    /** An administrator declares what was measured. */
    void declare(UUID outage, String by) {
        require(
                outage,
                jdbc.sql(
                                """
                                update outage set state = 'DECLARED', declared_by = ?
                                where id = ? and state = 'MEASURED'
                                """)
                        .params(by, outage)
                        .update());
    }

    /**
     * A second administrator confirms. From here on deadlines move, each in a transaction of its
     * own.
     *
     * @throws Refusal if it is not declared (409), or by the same administrator (403)
     */
    void confirm(UUID outage, String by) {
        if (isDeclaredBy(outage, by)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-declaration");
        }
        require(
                outage,
                jdbc.sql(
                                """
                                update outage set state = 'CONFIRMED', confirmed_by = ?
                                where id = ? and state = 'DECLARED' and declared_by <> ?
                                """)
                        .params(by, outage, by)
                        .update());
        jdbc.sql(
                        """
                        insert into outage_extension (outage_id, petition_id)
                        select o.id, v.petition_id from outage o, petition_view v
                        where o.id = ? and v.state = 'OPEN'
                            and v.opens_at < o.ended_at and v.closes_at > o.began_at
                        """)
                .param(outage)
                .update();
    }

    /** Nobody was kept from voting. */
    void dismiss(UUID outage) {
        require(
                outage,
                jdbc.sql(
                                """
                                update outage set state = 'DISMISSED'
                                where id = ? and state in ('MEASURED', 'DECLARED')
                                """)
                        .param(outage)
                        .update());
    }

    private JdbcClient.StatementSpec insert(UUID id, OutageCause cause, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        insert into outage (id, cause, began_at, ended_at, state, declared_by)
                        values (:id, :cause, :from, :to, :state, :by)
                        """)
                .param("id", id)
                .param("cause", cause.name())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC));
    }

    private boolean isDeclaredBy(UUID outage, String by) {
        return jdbc.sql("select exists (select from outage where id = ? and declared_by = ?)")
                .params(outage, by)
                .query(Boolean.class)
                .single();
    }

    private void require(UUID outage, int changed) {
        if (changed == 1) {
            return;
        }
        boolean there =
                jdbc.sql("select exists (select from outage where id = ?)")
                        .param(outage)
                        .query(Boolean.class)
                        .single();
        throw there ? new Refusal(HttpStatus.CONFLICT, "outage-state") : Refusal.notFound();
    }
}
