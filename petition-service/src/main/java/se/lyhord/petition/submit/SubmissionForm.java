package se.lyhord.petition.submit;

import org.jspecify.annotations.Nullable;

/**
 * What a citizen sends in, as it came.
 *
 * @param draftKey opens the draft it was written in; that is erased
 */
record SubmissionForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String email,
        @Nullable String language,
        @Nullable String draftKey) {

    @Override
    public String toString() {
        return "SubmissionForm[redacted]";
    }
}
