package se.lyhord.gateway.browse;

import org.jspecify.annotations.Nullable;
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

    /** Who decides what the municipality has no say in, or null when nobody is named. */
    public Settled.@Nullable Authority authority(PetitionView.@Nullable Rejection rejection) {
        return rejection == null ? null : settled.authority(rejection.authority());
    }

    /** What the public reads for a reason. */
    public String of(RejectionReason reason) {
        String own = settled.reason(reason.name());
        return own != null
                ? own
                : texts.getMessage("reason." + reason, null, LocaleContextHolder.getLocale());
    }
}
