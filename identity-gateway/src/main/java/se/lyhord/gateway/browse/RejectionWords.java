package se.lyhord.gateway.browse;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Words a rejection in the reader's language: the municipality's own, or ours until it has some.
 */
@Component("rejectionWords")
public class RejectionWords {

    private final Settled settled;
    private final MessageSource texts;

    RejectionWords(Settled settled, MessageSource texts) {
        this.settled = settled;
        this.texts = texts;
    }

    /** What the public reads for a reason. */
    public String of(RejectionReason reason) {
        String own = settled.reason(reason.name());
        return own != null
                ? own
                : texts.getMessage("reason." + reason, null, LocaleContextHolder.getLocale());
    }
}
