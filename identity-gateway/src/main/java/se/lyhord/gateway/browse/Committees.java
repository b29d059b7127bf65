package se.lyhord.gateway.browse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of the municipality's committees: its own words, or ours until it has some. */
@Component("committees")
public class Committees {

    private final MessageSource texts;
    private final Settled settled;

    Committees(MessageSource texts, Settled settled) {
        this.texts = texts;
        this.settled = settled;
    }

    /** A committee's name; a code that is not in the catalogue is shown as it is. */
    public String name(@Nullable String code) {
        String own = settled.committee(code);
        if (own != null) {
            return own;
        }
        String known = code == null ? "none" : code;
        String name =
                texts.getMessage(
                        "committee." + known, null, known, LocaleContextHolder.getLocale());
        return name == null ? known : name;
    }
}
