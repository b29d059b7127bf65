package se.lyhord.gateway.ballot;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.Sealer;
import se.lyhord.gateway.login.CitizenSession;

/**
 * Names the vote that a form would withdraw, sealed: who looks at the page does not see the
 * tracker, and the form withdraws that vote, not a newer one, and in that session only.
 */
@Component
class Withdrawals {

    private static final String PURPOSE = "withdrawal";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Sealer sealer;

    Withdrawals(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(UUID petition, Tracker tracker, CitizenSession citizen) {
        return sealer.seal(PURPOSE, prefix(petition, citizen) + tracker.code(), LIFETIME);
    }

    @Nullable Tracker open(UUID petition, @Nullable String sealed, CitizenSession citizen) {
        Sealer.Opened opened = sealer.open(PURPOSE, sealed);
        String prefix = prefix(petition, citizen);
        return opened != null && opened.text().startsWith(prefix)
                ? Tracker.of(opened.text().substring(prefix.length()))
                : null;
    }

    private static String prefix(UUID petition, CitizenSession citizen) {
        return petition + " " + citizen.id() + " ";
    }
}
