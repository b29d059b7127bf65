package se.lyhord.petition.extend;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;

/** Where administrators declare and confirm outages, and others on the staff read of them. */
@RestController
@RequestMapping("/api/v1/outages")
class OutagesController {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Outages outages;
    private final WatchedParts parts;
    private final DatabaseClock clock;

    OutagesController(Outages outages, WatchedParts parts, DatabaseClock clock) {
        this.outages = outages;
        this.parts = parts;
        this.clock = clock;
    }

    /** An outage as typed; times are UTC, RFC 3339. */
    record OutageForm(
            @Nullable String cause,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** Why an administrator says that people could not vote. */
    record Declaration(@Nullable String reason) {}

    /** The newest outages. */
    @GetMapping
    List<Outage> list() {
        return outages.list();
    }

    /** What does not answer now. */
    @GetMapping("/away")
    List<WatchedParts.Away> away() {
        return parts.away();
    }

    /** Declares an outage that nothing has measured. */
    @PostMapping
    ResponseEntity<Void> declare(@RequestBody OutageForm form, @AuthenticationPrincipal Jwt token) {
        Fields fields = new Fields();
        OutageCause cause = fields.value("cause", form.cause(), OutageCause::valueOf);
        Instant from = fields.value("from", form.from(), Instant::parse);
        Instant to = fields.value("to", form.to(), Instant::parse);
        String reason = reason(fields, form.reason());
        if (to != null && to.isAfter(clock.now())) {
            fields.refuse("to", Code.INVALID);
        } else if (from != null
                && to != null
                && Duration.between(from, to).compareTo(ExtensionRule.SHORTEST) < 0) {
            fields.refuse("to", Code.INVALID);
        }
        fields.refuseIfWrong();
        UUID outage =
                outages.declared(
                        Objects.requireNonNull(cause),
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(to),
                        reason,
                        Administrator.of(token));
        return ResponseEntity.created(URI.create("/api/v1/outages/" + outage)).build();
    }

    /** Declares an outage that was measured. */
    @PostMapping("/{id}/declaration")
    ResponseEntity<Void> declare(
            @PathVariable UUID id,
            @RequestBody Declaration form,
            @AuthenticationPrincipal Jwt token) {
        Fields fields = new Fields();
        String reason = reason(fields, form.reason());
        fields.refuseIfWrong();
        outages.declare(id, reason, Administrator.of(token));
        return ResponseEntity.noContent().build();
    }

    /** Confirms what another administrator has declared: deadlines move. */
    @PostMapping("/{id}/confirmation")
    ResponseEntity<Void> confirm(@PathVariable UUID id, @AuthenticationPrincipal Jwt token) {
        outages.confirm(id, Administrator.of(token));
        return ResponseEntity.noContent().build();
    }

    /** Drops what was measured or declared. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> dismiss(@PathVariable UUID id, @AuthenticationPrincipal Jwt token) {
        outages.dismiss(id, Administrator.of(token));
        return ResponseEntity.noContent().build();
    }

    private static String reason(Fields fields, @Nullable String typed) {
        return fields.lines("reason", typed, SHORTEST_REASON, LONGEST_REASON);
    }
}
