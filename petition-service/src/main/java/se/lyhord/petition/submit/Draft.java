package se.lyhord.petition.submit;

import org.jspecify.annotations.Nullable;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;

/** A petition that is being written; what is missing is empty. No address: it is asked for last. */
record Draft(String title, String text, String petitionerName) {

    /**
     * Reads what came; anything may be missing or short.
     *
     * @throws Refusal (422) naming every field that is too long or holds what no text may
     */
    static Draft read(
            @Nullable String title, @Nullable String text, @Nullable String petitionerName) {
        Fields fields = new Fields();
        Draft draft =
                new Draft(
                        fields.unfinished("title", title, 120, false),
                        fields.unfinished("text", text, 10_000, true),
                        fields.unfinished("petitionerName", petitionerName, 80, false));
        fields.refuseIfWrong();
        return draft;
    }

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
