package se.lyhord.gateway.propose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lyhord.gateway.browse.PetitionView;

/** What became of a form that was sent. */
sealed interface Submission {

    /** It waits for review; the key opens its private status page. */
    record Received(String statusKey) implements Submission {
        @Override
        public String toString() {
            return "Received[statusKey=…]";
        }
    }

    /** What would be public of it, as it would be shown. */
    record Previewed(String title, String text, @Nullable String petitionerName)
            implements Submission {

        /** The text, paragraph by paragraph. */
        public List<String> paragraphs() {
            return PetitionView.paragraphs(text);
        }

        @Override
        public String toString() {
            return "Previewed[redacted]";
        }
    }

    /** It is saved as a draft; the key opens it. */
    record Saved(String draftKey) implements Submission {
        @Override
        public String toString() {
            return "Saved[draftKey=…]";
        }
    }

    /** Something must be put right first. */
    record Refused(List<FieldRefusal> errors) implements Submission {}

    /** The same form was sent before, with another text; nothing was handed in this time. */
    record SentBefore() implements Submission {}

    /** It could not be handed in now; nothing is lost. */
    record NotNow() implements Submission {}

    /** Why one field was refused. */
    record FieldRefusal(String field, String code, @Nullable String message) {}
}
