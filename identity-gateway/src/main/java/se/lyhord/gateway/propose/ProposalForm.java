package se.lyhord.gateway.propose;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed. It is kept as typed when the petition is refused.
 *
 * @param once drawn with the form, so that a double click submits one petition
 */
public record ProposalForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String email,
        @Nullable UUID once) {

    private static final int RANDOM = 4;

    static ProposalForm empty() {
        return new ProposalForm(null, null, null, null, UUID.randomUUID());
    }

    /** Browsers send line ends as CR LF; lengths are counted with one character each. */
    ProposalForm tidied() {
        return new ProposalForm(
                trimmed(title),
                text == null ? "" : text.replace("\r\n", "\n").strip(),
                optional(petitionerName),
                optional(email),
                once == null || once.version() != RANDOM ? UUID.randomUUID() : once);
    }

    /** The same text as a form of its own. */
    ProposalForm anew() {
        return new ProposalForm(title, text, petitionerName, email, UUID.randomUUID());
    }

    private static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String optional(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
