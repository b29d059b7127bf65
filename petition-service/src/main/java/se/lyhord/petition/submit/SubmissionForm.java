package se.lyhord.petition.submit;

import org.jspecify.annotations.Nullable;

/** What a citizen sends in, as it came. */
record SubmissionForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String email,
        @Nullable String language) {

    @Override
    public String toString() {
        return "SubmissionForm[redacted]";
    }
}
