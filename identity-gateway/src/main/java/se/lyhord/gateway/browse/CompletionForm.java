package se.lyhord.gateway.browse;

import org.jspecify.annotations.Nullable;

/** The text as the petitioner typed it anew. It is kept as typed when it is refused. */
public record CompletionForm(
        @Nullable String title, @Nullable String text, @Nullable String petitionerName) {

    /** Browsers send line ends as CR LF; lengths are counted with one character each. */
    CompletionForm tidied() {
        return new CompletionForm(
                title == null ? "" : title.strip(),
                text == null ? "" : text.replace("\r\n", "\n").strip(),
                petitionerName == null || petitionerName.isBlank() ? null : petitionerName.strip());
    }

    @Override
    public String toString() {
        return "CompletionForm[redacted]";
    }
}
