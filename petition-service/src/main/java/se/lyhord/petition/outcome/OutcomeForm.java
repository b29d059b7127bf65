package se.lyhord.petition.outcome;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.Digest;
import se.lyhord.petition.petition.Outcome;

/** An outcome as the case officer sent it. */
record OutcomeForm(
        @Nullable String decision,
        @Nullable String decidedOn,
        @Nullable String committee,
        @Nullable String registryNumber,
        @Nullable String answer,
        @Nullable String answerEnglish,
        @Nullable String documentUrl,
        @Nullable UUID documentId) {

    /** Letters, digits and what stands between them; a number, no prose. */
    private static final Pattern REGISTRY_NUMBER = Pattern.compile("[\\p{L}\\d][\\p{L}\\d /:.-]*");

    /** An outcome within its limits, and what lies beside it: the answer and the document. */
    record Read(
            Outcome outcome,
            String answer,
            @Nullable String answerEnglish,
            @Nullable String documentUrl,
            @Nullable UUID documentId) {}

    /**
     * Reads what came.
     *
     * @param today the present day in Sweden: a decision has been made
     * @throws Refusal (422) naming every field that is wrong
     */
    Read read(LocalDate today) {
        Fields fields = new Fields();
        Decision made = fields.value("decision", decision, Decision::valueOf);
        LocalDate day = fields.value("decidedOn", decidedOn, LocalDate::parse);
        if (day != null && day.isAfter(today)) {
            fields.refuse("decidedOn", Code.INVALID);
        }
        Committee by = fields.value("committee", committee, Committee::new);
        String number = fields.line("registryNumber", registryNumber, 1, 40);
        if (!number.isEmpty() && !isRegistryNumber(number)) {
            fields.refuse("registryNumber", Code.INVALID);
        }
        String words = fields.lines("answer", answer, 1, 4_000);
        String english =
                answerEnglish == null || answerEnglish.isBlank()
                        ? null
                        : fields.lines("answerEnglish", answerEnglish, 1, 4_000);
        String url = fields.optionalLine("documentUrl", documentUrl, 300);
        if (url != null && !url.isEmpty() && !isWebAddress(url)) {
            fields.refuse("documentUrl", Code.INVALID);
        }
        fields.refuseIfWrong();
        return new Read(
                new Outcome(
                        Objects.requireNonNull(made),
                        Objects.requireNonNull(day),
                        Objects.requireNonNull(by),
                        number,
                        Digest.of(words)),
                words,
                english,
                url,
                documentId);
    }

    /** Letters, digits and what stands between them. */
    static boolean isRegistryNumber(String typed) {
        return REGISTRY_NUMBER.matcher(typed).matches();
    }

    private static boolean isWebAddress(String typed) {
        try {
            URI address = new URI(typed);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
