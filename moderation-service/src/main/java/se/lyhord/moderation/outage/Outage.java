package se.lyhord.moderation.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.Times;

/**
 * A time in which people could not vote, or may not have been able to, as petition-service tells
 * it.
 *
 * @param cause {@code PLATFORM} or {@code EID}
 * @param missing the part whose absence was measured; null if only people noticed
 * @param state {@code MEASURED}, {@code DECLARED}, {@code CONFIRMED} or {@code DISMISSED}
 * @param reason why an administrator says that people could not vote; null until one does
 * @param extended how many petitions' deadlines it has moved
 */
record Outage(
        UUID id,
        String cause,
        @Nullable String missing,
        Instant from,
        Instant to,
        String state,
        @Nullable String reason,
        @Nullable Step declared,
        @Nullable Step confirmed,
        @Nullable Step dismissed,
        int extended) {

    /** Who took a step, and when. */
    record Step(String by, @Nullable String byName, @Nullable Instant at) {

        /** The name that colleagues read. */
        public String name() {
            return byName == null ? by : byName;
        }

        /** Day and time in Sweden. */
        public @Nullable ZonedDateTime there() {
            return at == null ? null : at.atZone(Times.SWEDEN);
        }
    }

    /** A part that does not answer now. */
    record Away(String part, Instant since) {

        /** Day and time in Sweden. */
        public ZonedDateTime there() {
            return since.atZone(Times.SWEDEN);
        }
    }

    /** Its beginning in Sweden. */
    public ZonedDateTime began() {
        return from.atZone(Times.SWEDEN);
    }

    /** Its end in Sweden. */
    public ZonedDateTime ended() {
        return to.atZone(Times.SWEDEN);
    }

    /** How long it was, without what does not make an hour. */
    public long hours() {
        return Duration.between(from, to).toHours();
    }

    /** What is left beside the hours. */
    public int minutes() {
        return Duration.between(from, to).toMinutesPart();
    }

    /** Whether an administrator can still take a step. */
    public boolean isUndecided() {
        return state.equals("MEASURED") || state.equals("DECLARED");
    }

    /** Whether this person has declared it, and so may not confirm it. */
    boolean isDeclaredBy(String subject) {
        return declared != null && declared.by().equals(subject);
    }

    /** Whether this person has taken the step already, as after a double click. */
    boolean has(OutageStep step, String subject) {
        var taken =
                switch (step) {
                    case DECLARE -> state.equals("DECLARED") ? declared : null;
                    case CONFIRM -> confirmed;
                    case DISMISS -> dismissed;
                };
        return taken != null && taken.by().equals(subject);
    }
}
