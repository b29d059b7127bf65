package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service's own role may do what the service does, and nothing beyond. */
class GrantsTest extends PetitionServiceTest {

    @Autowired private JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stored_event set payload = payload",
                "delete from stored_event",
                "truncate stored_event",
                "select email from petition_contact",
                "update petition_text set title = title",
                "delete from petition_text",
                "delete from petition_view",
                "update timeline_entry set day = day",
                "update petition_rules set threshold = 1",
                "create table own (id int)",
                "drop table petition_view"
            })
    void isKeptFrom(String sql) {
        assertThatThrownBy(() -> jdbc.execute(sql))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select count(*) from petition_view", "select count(*) from stored_event"})
    void reads(String sql) {
        assertThatCode(() -> jdbc.execute(sql)).doesNotThrowAnyException();
    }
}
