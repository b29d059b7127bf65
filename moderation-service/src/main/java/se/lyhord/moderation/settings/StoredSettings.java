package se.lyhord.moderation.settings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.municipality.Municipality;
import se.lyhord.moderation.municipality.Settled;
import tools.jackson.databind.json.JsonMapper;

/** The settings, every version kept with who settled it and when. */
@Repository
class StoredSettings implements Settled {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FirstSettings first;

    StoredSettings(JdbcClient jdbc, JsonMapper json, FirstSettings first) {
        this.jdbc = jdbc;
        this.json = json;
        this.first = first;
    }

    /** One version, and who settled it. */
    record Change(int version, Instant at, String byName) {}

    @Override
    public Municipality now() {
        return jdbc.sql("select content from settings order by version desc limit 1")
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseGet(first::asSettled);
    }

    /** One version; 0 is what held before anybody settled anything. */
    Optional<Municipality> find(int version) {
        return version == 0
                ? Optional.of(first.asSettled())
                : jdbc.sql("select content from settings where version = ?")
                        .param(version)
                        .query(String.class)
                        .optional()
                        .map(this::read);
    }

    /** The newest versions, the newest first. */
    List<Change> history() {
        return jdbc.sql(
                        """
                        select version, changed_at, changed_by_name from settings
                        order by version desc limit ?
                        """)
                .param(SHOWN)
                .query(
                        (row, number) ->
                                new Change(
                                        row.getInt(1),
                                        row.getTimestamp(2).toInstant(),
                                        row.getString(3)))
                .list();
    }

    /**
     * Keeps a new version; of two at the same time one fails on the version they both take.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a colleague was first
     */
    void add(Municipality settled, StaffMember by, Instant at) {
        jdbc.sql(
                        """
                        insert into settings
                            (version, content, changed_at, changed_by, changed_by_name)
                        values (?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        settled.version(),
                        json.writeValueAsString(settled),
                        Timestamp.from(at),
                        by.subject(),
                        by.name())
                .update();
    }

    /** The newest version if petition-service has not got it, kept from other instances. */
    Optional<Municipality> unsent() {
        return jdbc.sql(
                        """
                        select content from settings
                        where version = (select max(version) from settings) and not sent
                        for update skip locked
                        """)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    void sent(int version) {
        jdbc.sql("update settings set sent = true where version <= ?").param(version).update();
    }

    private Municipality read(String content) {
        return json.readValue(content, Municipality.class);
    }
}
