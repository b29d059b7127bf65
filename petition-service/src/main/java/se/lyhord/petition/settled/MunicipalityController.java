package se.lyhord.petition.settled;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Takes what the administrator has settled from the dashboard, and shows it to everybody. */
@RestController
class MunicipalityController {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MunicipalityController(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a version; the same one again changes nothing. */
    @PutMapping("/internal/municipality")
    ResponseEntity<Void> keep(@RequestBody Municipality settled) {
        jdbc.sql(
                        """
                        insert into municipality (version, content) values (?, ?::jsonb)
                        on conflict do nothing
                        """)
                .params(settled.version(), json.writeValueAsString(settled))
                .update();
        return ResponseEntity.noContent().build();
    }

    /**
     * The newest version.
     *
     * @throws Refusal (404) while nothing has been settled
     */
    @GetMapping("/api/v1/municipality")
    ResponseEntity<Municipality> newest() {
        return jdbc.sql("select content from municipality order by version desc limit 1")
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, Municipality.class))
                .map(
                        settled ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.maxAge(GOOD_FOR))
                                        .body(settled))
                .orElseThrow(Refusal::notFound);
    }
}
