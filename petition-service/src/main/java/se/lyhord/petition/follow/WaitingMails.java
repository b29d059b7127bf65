package se.lyhord.petition.follow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells an operator when the mail server does not take mails: none, as long as it does. */
@Component
class WaitingMails implements MeterBinder {

    private final Outbox outbox;

    WaitingMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lyhord.mail.waiting", outbox, Outbox::triedInVain)
                .description("mails that were tried at least once and have not left")
                .register(registry);
    }
}
