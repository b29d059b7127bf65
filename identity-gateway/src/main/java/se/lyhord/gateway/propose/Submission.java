package se.lyhord.gateway.propose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a form that was sent in. */
sealed interface Submission {

    /** It waits for review; the key opens its private status page. */
    record Received(String statusKey) implements Submission {
        @Override
        public String toString() {
            return "Received[statusKey=…]";
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
