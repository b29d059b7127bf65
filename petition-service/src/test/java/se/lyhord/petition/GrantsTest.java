package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service's own role may do what the service does, and nothing beyond. */
class GrantsTest extends PetitionServiceTest {

    @Autowired private JdbcTemplate jdbc;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${lyhord.follow.password}")
    private String followPassword;

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
                "drop table petition_view",
                "select email from follow.subscription",
                "select happening from follow.happening"
            })
    void isKeptFrom(String sql) {
        assertThatThrownBy(() -> jdbc.execute(sql))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select body from petition_text",
                "select petition_id from petition_view",
                "select key_hash from status_key",
                "select payload from stored_event",
                "insert into petition_contact values (gen_random_uuid(), 'a@example.se')",
                "update follow.told set number = 1",
                "create table follow.own (id int)"
            })
    void theRoleThatMailsIsKeptFrom(String sql) {
        JdbcTemplate follow =
                new JdbcTemplate(
                        new DriverManagerDataSource(url, "petition_follow", followPassword));
        assertThatThrownBy(() -> follow.execute(sql))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select count(*) from petition_view", "select count(*) from stored_event"})
    void reads(String sql) {
        assertThatCode(() -> jdbc.execute(sql)).doesNotThrowAnyException();
    }
}
