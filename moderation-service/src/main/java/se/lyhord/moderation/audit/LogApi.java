package se.lyhord.moderation.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.log.LogCheck;
import se.lyhord.moderation.log.LogHead;

/** The check of the decision log, for scripts that run it every night. */
@RestController
class LogApi {

    private final DecisionLog log;

    LogApi(DecisionLog log) {
        this.log = log;
    }

    /**
     * What a check found.
     *
     * @param code where the log ends, to be kept elsewhere and given to a later check
     */
    record Checked(boolean whole, String code, List<LogCheck.Finding> findings) {}

    /**
     * Checks the whole log: 200 when it is whole, 409 when it is not.
     *
     * @param code what an earlier check answered, or nothing
     */
    @GetMapping("/api/v1/decision-log/check")
    ResponseEntity<Checked> check(@RequestParam(required = false) @Nullable String code) {
        var result = log.check(code == null ? null : read(code));
        return ResponseEntity.status(result.isWhole() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(new Checked(result.isWhole(), result.head().code(), result.findings()));
    }

    private static LogHead read(String code) {
        return LogHead.parse(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
