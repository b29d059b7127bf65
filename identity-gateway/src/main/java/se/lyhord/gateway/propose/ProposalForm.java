package se.lyhord.gateway.propose;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed. It is kept as typed when the petition is refused.
 *
 * @param once drawn with the form, so that a double click submits one petition
 * @param website a field that people do not see
 * @param altcha the browser's proof of work
 * @param opened the mark of when the form was opened
 * @param draft opens the draft that it was opened from
 */
public record ProposalForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String email,
        UUID once,
        @Nullable String website,
        @Nullable String altcha,
        @Nullable String opened,
        @Nullable String draft) {

    private static final int RANDOM = 4;

    /** Without the key of a form that we drew it is another form. */
    public ProposalForm {
        if (once == null || once.version() != RANDOM) {
            once = UUID.randomUUID();
        }
    }

    static ProposalForm empty() {
        return new ProposalForm(null, null, null, null, UUID.randomUUID(), null, null, null, null);
    }

    /** Browsers send line ends as CR LF; lengths are counted with one character each. */
    ProposalForm tidied() {
        return new ProposalForm(
                trimmed(title),
                text == null ? "" : text.replace("\r\n", "\n").strip(),
                optional(petitionerName),
                optional(email),
                once,
                website,
                altcha,
                opened,
                optional(draft));
    }

    /** The same text as a form of its own. */
    ProposalForm anew() {
        return new ProposalForm(
                title, text, petitionerName, email, UUID.randomUUID(), null, null, null, draft);
    }

    ProposalForm guarded(@Nullable String proof, String mark) {
        return new ProposalForm(title, text, petitionerName, email, once, null, proof, mark, draft);
    }

    /** A form to go on with a draft. */
    static ProposalForm of(String key, Drafts.Draft draft) {
        return new ProposalForm(
                draft.title(),
                draft.text(),
                draft.petitionerName(),
                null,
                UUID.randomUUID(),
                null,
                null,
                null,
                key);
    }

    @Override
    public String toString() {
        return "ProposalForm[redacted]";
    }

    private static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String optional(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
