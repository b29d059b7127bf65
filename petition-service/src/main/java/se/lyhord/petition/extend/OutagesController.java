package se.lyhord.petition.extend;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

/** Where administrators declare and confirm outages. */
@RestController
@RequestMapping("/api/v1/outages")
class OutagesController {

    private final Outages outages;
    private final DatabaseClock clock;

    OutagesController(Outages outages, DatabaseClock clock) {
        this.outages = outages;
        this.clock = clock;
    }

    /** An outage as typed; times are UTC, RFC 3339. */
    record OutageForm(@Nullable String cause, @Nullable String from, @Nullable String to) {}

    /** The newest outages. */
    @GetMapping
    List<Outage> list() {
        return outages.list();
    }

    /** Declares an outage that nothing has measured. */
    @PostMapping
    ResponseEntity<Void> declare(@RequestBody OutageForm form, Principal by) {
        Fields fields = new Fields();
        OutageCause cause = fields.value("cause", form.cause(), OutageCause::valueOf);
        Instant from = fields.value("from", form.from(), Instant::parse);
        Instant to = fields.value("to", form.to(), Instant::parse);
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
                        by.getName());
        return ResponseEntity.created(URI.create("/api/v1/outages/" + outage)).build();
    }

    /** Declares an outage that was measured. */
    @PostMapping("/{id}/declaration")
    ResponseEntity<Void> declare(@PathVariable UUID id, Principal by) {
        outages.declare(id, by.getName());
        return ResponseEntity.noContent().build();
    }

    /** Confirms what another administrator has declared: deadlines move. */
    @PostMapping("/{id}/confirmation")
    ResponseEntity<Void> confirm(@PathVariable UUID id, Principal by) {
        outages.confirm(id, by.getName());
        return ResponseEntity.noContent().build();
    }

    /** Drops what was measured or declared. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> dismiss(@PathVariable UUID id) {
        outages.dismiss(id);
        return ResponseEntity.noContent().build();
    }
}
