package se.lyhord.petition.follow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.follow.Subscriptions.Followed;

/** Where somebody asks to follow a petition, and where the links of mails lead. */
@RestController
class FollowController {

    private final Subscriptions subscriptions;
    private final DatabaseClock clock;
    private final AskingLimits limits;

    FollowController(Subscriptions subscriptions, DatabaseClock clock, FollowSettings settings) {
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.limits = new AskingLimits(settings.asksPerHour());
    }

    /** What was typed. */
    record FollowForm(@Nullable String email, @Nullable String language) {
        @Override
        public String toString() {
            return "FollowForm[redacted]";
        }
    }

    /**
     * Sends a mail that asks to confirm. The answer is the same whether or not the address follows
     * already, and whether or not it has been asked too often.
     *
     * @throws Refusal when it is no address (422), or the petition cannot be followed (409)
     */
    @PostMapping("/api/v1/petitions/{id}/followers")
    ResponseEntity<Void> ask(@PathVariable UUID id, @RequestBody FollowForm form) {
        EmailAddress address = address(form.email());
        if (!subscriptions.canBeFollowed(id)) {
            throw new Refusal(HttpStatus.CONFLICT, "not-followed");
        }
        if (limits.permits(id, address, clock.now())) {
            subscriptions.ask(id, address, Letters.languageOf(form.language()));
        }
        return ResponseEntity.accepted().build();
    }

    /** What a mail's link leads to. */
    @GetMapping("/api/v1/follow/{token}")
    ResponseEntity<Followed> find(@PathVariable String token) {
        Followed followed = subscriptions.find(LinkToken.presented(token));
        if (followed == null) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(followed);
    }

    /** The address is the asker's own; saying so again changes nothing. */
    @PostMapping("/api/v1/follow/{token}/confirmation")
    ResponseEntity<Void> confirm(@PathVariable String token) {
        if (!subscriptions.confirm(LinkToken.presented(token))) {
            throw Refusal.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** No more mails; saying so again changes nothing. */
    @DeleteMapping("/api/v1/follow/{token}")
    ResponseEntity<Void> end(@PathVariable String token) {
        subscriptions.end(LinkToken.presented(token));
        return ResponseEntity.noContent().build();
    }

    private static EmailAddress address(@Nullable String given) {
        Fields fields = new Fields();
        String typed = fields.line("email", given, 1, 254);
        if (!typed.isEmpty()) {
            try {
                return new EmailAddress(typed);
            } catch (IllegalArgumentException e) {
                fields.refuse("email", Code.INVALID);
            }
        }
        fields.refuseIfWrong();
        throw new IllegalStateException("a field without a value is refused");
    }
}
