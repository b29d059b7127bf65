package se.lyhord.petition.submit;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.Digest;
import se.lyhord.petition.petition.Language;

/** A petition as it may be handed in: every field within its limits. */
record Submission(
        String title,
        String text,
        @Nullable String petitionerName,
        @Nullable String email,
        Language language) {

    /** Something, an at sign, a host with a dot; only a letter sent tells more. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

    /**
     * Reads what came.
     *
     * @throws Refusal (422) naming every field that is wrong
     */
    static Submission read(SubmissionForm form) {
        Fields fields = new Fields();
        String title = fields.line("title", form.title(), 5, 120);
        String text = fields.lines("text", form.text(), 20, 10_000);
        String name = fields.optionalLine("petitionerName", form.petitionerName(), 80);
        String email = fields.optionalLine("email", form.email(), 254);
        if (email != null && !email.isEmpty() && !EMAIL.matcher(email).matches()) {
            fields.refuse("email", Code.INVALID);
        }
        Language language = fields.value("language", form.language(), Language::of);
        fields.refuseIfWrong();
        return new Submission(title, text, name, email, Objects.requireNonNull(language));
    }

    /** Stands for what becomes a public document; the contact address does not. */
    String digest() {
        return Digest.of(title, text, petitionerName == null ? "" : petitionerName);
    }

    @Override
    public String toString() {
        return "Submission[redacted]";
    }
}
