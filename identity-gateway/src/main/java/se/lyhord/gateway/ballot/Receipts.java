package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.SealedCookies;
import se.lyhord.gateway.config.Sealer;

/**
 * Carries what a vote or a withdrawal came to from the form to the page after it, in a sealed
 * cookie of a few minutes: never in an address, and nowhere on the server.
 */
@Component
class Receipts {

    static final String COOKIE = "lyhord-receipt";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String VOTED_BEFORE = "before";
    private static final String WITHDRAWN = "withdrawn";

    private final SealedCookies cookies;

    Receipts(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** What happened. */
    sealed interface Receipt {}

    record Voted(Tracker tracker) implements Receipt {}

    record VotedBefore() implements Receipt {}

    record Withdrawn() implements Receipt {}

    void voted(HttpServletResponse response, UUID petition, Tracker tracker) {
        write(response, petition, tracker.code());
    }

    void votedBefore(HttpServletResponse response, UUID petition) {
        write(response, petition, VOTED_BEFORE);
    }

    void withdrawn(HttpServletResponse response, UUID petition) {
        write(response, petition, WITHDRAWN);
    }

    private void write(HttpServletResponse response, UUID petition, String what) {
        cookies.write(response, COOKIE, petition + " " + what, LIFETIME);
    }

    /** What happened on this petition a moment ago, or null. */
    @Nullable Receipt find(HttpServletRequest request, UUID petition) {
        Sealer.Opened opened = cookies.read(request, COOKIE);
        String beginning = petition + " ";
        if (opened == null || !opened.text().startsWith(beginning)) {
            return null;
        }
        String what = opened.text().substring(beginning.length());
        Tracker tracker = Tracker.of(what);
        if (tracker != null) {
            return new Voted(tracker);
        }
        return what.equals(VOTED_BEFORE) ? new VotedBefore() : new Withdrawn();
    }
}
