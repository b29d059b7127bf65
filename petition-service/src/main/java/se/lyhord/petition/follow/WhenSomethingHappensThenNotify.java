package se.lyhord.petition.follow;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.petition.follow.Outbox.Sent;

/**
 * Writes to followers about what has happened. Any number of instances may do so: each mail is
 * written by one and sent by one. It runs beside the service's other work, since a slow mail server
 * must not hold up the closing of a vote.
 */
@Component
class WhenSomethingHappensThenNotify {

    private static final Logger LOG = LoggerFactory.getLogger(WhenSomethingHappensThenNotify.class);

    private final Subscriptions subscriptions;
    private final Happenings happenings;
    private final Outbox outbox;
    private final Post post;
    private final ReentrantLock busy = new ReentrantLock();
    private boolean failing;

    WhenSomethingHappensThenNotify(
            Subscriptions subscriptions, Happenings happenings, Outbox outbox, Post post) {
        this.subscriptions = subscriptions;
        this.happenings = happenings;
        this.outbox = outbox;
        this.post = post;
    }

    /** At a fixed rate, since these runs have threads of their own. */
    @Scheduled(fixedRateString = "${lyhord.follow.interval}")
    void sweep() {
        if (!busy.tryLock()) {
            return;
        }
        try {
            subscriptions.takeContacts();
            happenings.untold().forEach(happenings::tell);
            sendAll();
            failing = false;
        } catch (RuntimeException e) {
            warn(e);
        } finally {
            busy.unlock();
        }
    }

    private void sendAll() {
        Sent sent;
        do {
            sent = outbox.sendNext(post::send);
        } while (sent != null && sent != Sent.NOTHING_NOW);
    }

    /** Once, and again when it has worked in between; without words that could be an address. */
    private void warn(RuntimeException e) {
        if (!failing) {
            LOG.warn("Followers cannot be served; trying again: {}", e.getClass().getSimpleName());
            failing = true;
        }
    }
}
