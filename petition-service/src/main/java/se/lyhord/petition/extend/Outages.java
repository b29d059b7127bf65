package se.lyhord.petition.extend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.extend.Outage.Step;

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
                        select o.*, (select count(*) from outage_extension e
                            where e.outage_id = o.id and e.done) as extended
                        from outage o order by began_at desc, id limit ?
                        """)
                .param(NEWEST)
                .query((row, number) -> outage(row))
                .list();
    }

    /** Notes what was measured, for an administrator to declare or dismiss. */
    void measured(OutagePart missing, Instant from, Instant to) {
        jdbc.sql(
                        """
                        insert into outage (id, cause, missing, began_at, ended_at, state)
                        values (?, ?, ?, ?, ?, 'MEASURED')
                        """)
                .params(
                        UUID.randomUUID(),
                        missing.cause().name(),
                        missing.name(),
                        utc(from),
                        utc(to))
                .update();
    }

    /** An administrator declares what nothing has measured. */
    UUID declared(OutageCause cause, Instant from, Instant to, String reason, Administrator by) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into outage (id, cause, began_at, ended_at, state, reason,
                            declared_by, declared_by_name, declared_at)
                        values (?, ?, ?, ?, 'DECLARED', ?, ?, ?, clock_timestamp())
                        """)
                .params(id, cause.name(), utc(from), utc(to), reason, by.subject(), by.name())
                .update();
        return id;
    }

    /**
     * An administrator declares what was measured.
     *
     * @throws Refusal if it is not waiting for that (409)
     */
    void declare(UUID outage, String reason, Administrator by) {
        require(
                outage,
                jdbc.sql(
                                """
                                update outage set state = 'DECLARED', reason = ?, declared_by = ?,
                                    declared_by_name = ?, declared_at = clock_timestamp()
                                where id = ? and state = 'MEASURED'
                                """)
                        .params(reason, by.subject(), by.name(), outage)
                        .update());
    }

    /**
     * A second administrator confirms. From here on deadlines move, each in a transaction of its
     * own.
     *
     * @throws Refusal if it is not declared, or some of its time is given back already (409), or by
     *     the same administrator (403)
     */
    void confirm(UUID outage, Administrator by) {
        if (isDeclaredBy(outage, by)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-declaration");
        }
        require(outage, confirmed(outage, by));
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

    private int confirmed(UUID outage, Administrator by) {
        try {
            return jdbc.sql(
                            """
                            update outage set state = 'CONFIRMED', confirmed_by = ?,
                                confirmed_by_name = ?, confirmed_at = clock_timestamp()
                            where id = ? and state = 'DECLARED' and declared_by <> ?
                            """)
                    .params(by.subject(), by.name(), outage, by.subject())
                    .update();
        } catch (DataIntegrityViolationException overlapping) {
            throw new Refusal(HttpStatus.CONFLICT, "outage-counted");
        }
    }

    /**
     * Nobody was kept from voting.
     *
     * @throws Refusal if it is confirmed or dismissed already (409)
     */
    void dismiss(UUID outage, Administrator by) {
        require(
                outage,
                jdbc.sql(
                                """
                                update outage set state = 'DISMISSED', dismissed_by = ?,
                                    dismissed_by_name = ?, dismissed_at = clock_timestamp()
                                where id = ? and state in ('MEASURED', 'DECLARED')
                                """)
                        .params(by.subject(), by.name(), outage)
                        .update());
    }

    private boolean isDeclaredBy(UUID outage, Administrator by) {
        return jdbc.sql("select exists (select from outage where id = ? and declared_by = ?)")
                .params(outage, by.subject())
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

    private static Outage outage(ResultSet row) throws SQLException {
        String missing = row.getString("missing");
        return new Outage(
                row.getObject("id", UUID.class),
                OutageCause.valueOf(row.getString("cause")),
                missing == null ? null : OutagePart.valueOf(missing),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                OutageState.valueOf(row.getString("state")),
                row.getString("reason"),
                step(row, "declared"),
                step(row, "confirmed"),
                step(row, "dismissed"),
                row.getInt("extended"));
    }

    private static @Nullable Step step(ResultSet row, String step) throws SQLException {
        String by = row.getString(step + "_by");
        if (by == null) {
            return null;
        }
        OffsetDateTime at = row.getObject(step + "_at", OffsetDateTime.class);
        return new Step(by, row.getString(step + "_by_name"), at == null ? null : at.toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
