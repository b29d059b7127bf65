package se.lyhord.voting.config;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a database cluster that would remember votes longer than we promise. */
@Component
class VoteClusterCheck implements InitializingBean {

    private static final Map<String, String> WANTED =
            Map.of(
                    "archive_mode", "off",
                    "track_commit_timestamp", "off",
                    "wal_recycle", "off",
                    "summarize_wal", "off",
                    "wal_keep_size", "0",
                    "log_error_verbosity", "terse");

    private final JdbcClient jdbc;

    VoteClusterCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        String wrong =
                WANTED.entrySet().stream()
                        .filter(setting -> !setting.getValue().equals(actual(setting.getKey())))
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The vote cluster must be set to " + wrong);
        }
    }

    private String actual(String setting) {
        return jdbc.sql("SELECT setting FROM pg_settings WHERE name = ?")
                .param(setting)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
