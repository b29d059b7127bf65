package se.lyhord.petition.browse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What has happened to each petition, by the day, in the order it became known. */
@Component
class Timeline {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Timeline(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What can happen; part of the API. */
    enum Event {
        SUBMITTED,
        RETURNED,
        COMPLETED,
        REDACTED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        OPENED,
        EXTENDED,
        TAKEN_DOWN,
        RESTORED,
        KEY_LOST,
        CLOSED,
        TALLIED,
        KEYS_DESTROYED,
        CERTIFIED,
        HANDED_OVER,
        OUTCOME
    }

    /** One thing that happened, on a day in Sweden. */
    record Entry(Event event, LocalDate day, Map<String, String> details) {}

    /**
     * Adds an entry, once for each number.
     *
     * @param number tells apart what can happen several times, such as corrections
     */
    void add(UUID petition, int number, Entry entry) {
        jdbc.sql(
                        """
                        insert into timeline_entry (petition_id, event, number, day, details)
                        values (?, ?, ?, ?, ?::jsonb)
                        on conflict do nothing
                        """)
                .params(
                        petition,
                        entry.event().name(),
                        number,
                        entry.day(),
                        json.writeValueAsString(entry.details()))
                .update();
    }

    /** A petition's entries, the first first. */
    List<Entry> of(UUID petition) {
        return jdbc.sql(
                        """
                        select event, day, details from timeline_entry
                        where petition_id = ? order by position
                        """)
                .param(petition)
                .query(
                        (row, number) ->
                                new Entry(
                                        Event.valueOf(row.getString("event")),
                                        row.getObject("day", LocalDate.class),
                                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }
}
