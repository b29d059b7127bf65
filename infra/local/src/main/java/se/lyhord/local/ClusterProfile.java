package se.lyhord.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a cluster holds decides how it is set. */
public enum ClusterProfile {
    /** Everything but votes. */
    MAIN {
        @Override
        Map<String, String> special() {
            return Map.of("max_wal_size", "256MB");
        }
    },
    /** Votes: nothing may remember when one was written longer than the purge lets it. */
    VOTE {
        @Override
        Map<String, String> special() {
            return Map.of(
                    "track_commit_timestamp", "off",
                    "wal_recycle", "off",
                    "wal_keep_size", "0",
                    "archive_mode", "off",
                    "summarize_wal", "off",
                    "min_wal_size", "32MB",
                    "max_wal_size", "128MB",
                    "log_checkpoints", "off");
        }
    };

    abstract Map<String, String> special();

    /** Settings by name, for {@code postgresql.conf} or as {@code -c} options. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "replica");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "64MB");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // A refused statement must not bring its values into the log.
        settings.put("log_statement", "none");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("log_min_duration_statement", "-1");
        settings.put("log_connections", "");
        settings.putAll(special());
        return settings;
    }
}
