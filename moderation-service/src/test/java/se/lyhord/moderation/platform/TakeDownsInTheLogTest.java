package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lyhord.moderation.log.LogCheck;
import se.lyhord.moderation.log.LogEntry;
import se.lyhord.moderation.log.LogHead;
import se.lyhord.testkit.Platform;

/**
 * What was written of take-downs before they were sealed comes into the log, and it stays whole.
 */
@Tag("slow")
class TakeDownsInTheLogTest {

    private static final UUID PETITION = UUID.fromString("7f3a1c52-0000-4000-8000-000000000001");

    @Test
    void theStepsOfThePastAreSealedAtTheLogsEnd() {
        var settings = new HashMap<String, Supplier<Object>>();
        Platform.registerDatabase(settings::put, "moderation");
        var owner =
                new DriverManagerDataSource(
                        text(settings, "spring.flyway.url"),
                        text(settings, "spring.flyway.user"),
                        text(settings, "spring.flyway.password"));
        var flyway =
                Flyway.configure()
                        .dataSource(owner)
                        .locations(
                                "classpath:db/event-store",
                                "classpath:db/event-exchange",
                                "classpath:db/migration")
                        .placeholders(
                                Map.of(
                                        "serviceRole",
                                        text(settings, "spring.datasource.username")));
        migrate(flyway, "16");
        var jdbc = JdbcClient.create(owner);
        jdbc.sql(
                        """
                        insert into take_down_log
                            (petition_id, version, step, decided_at, decided_by, decided_by_name)
                        values (:petition, 3, 'PROPOSE', '2026-09-01T08:00:00.123456Z', 'a', 'Åsa'),
                            (:petition, 4, 'CONFIRM', '2026-09-01T09:00:00Z', 'e', 'Erik')
                        """)
                .param("petition", PETITION)
                .update();

        migrate(flyway, "latest");

        var entries =
                jdbc.sql("select * from decision_log order by number")
                        .query((row, number) -> entry(row))
                        .list();
        assertThat(entries)
                .extracting(LogEntry::action, LogEntry::byName, LogEntry::petitionId)
                .containsExactly(
                        tuple("TAKE_DOWN_PROPOSE", "Åsa", PETITION),
                        tuple("TAKE_DOWN", "Erik", PETITION));
        var head =
                jdbc.sql("select number, hash from decision_log_head")
                        .query(LogHead.class)
                        .single();
        assertThat(check(entries, head).findings()).isEmpty();
        assertThat(check(entries.subList(0, 1), head).findings()).isNotEmpty();
    }

    private static void migrate(FluentConfiguration flyway, String target) {
        flyway.target(target).load().migrate();
    }

    private static LogCheck.Result check(List<LogEntry> entries, LogHead head) {
        var check = new LogCheck(null);
        entries.forEach(check::read);
        return check.end(head);
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_subject"),
                row.getString("by_name"),
                row.getString("action"),
                row.getObject("petition_id", UUID.class),
                row.getObject("text_version", Integer.class),
                row.getString("details"),
                row.getString("note"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static String text(Map<String, Supplier<Object>> settings, String name) {
        return settings.get(name).get().toString();
    }
}
