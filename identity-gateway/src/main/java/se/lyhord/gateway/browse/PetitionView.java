package se.lyhord.gateway.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A petition as the public may see it.
 *
 * @param title null when the text is hidden, since it was rejected or taken down
 * @param takeDown null unless it is taken down now
 * @param staleSince when it was last read, if petition-service could not be asked now
 */
public record PetitionView(
        UUID id,
        @Nullable String title,
        @Nullable String text,
        @Nullable String petitionerName,
        @Nullable String language,
        PetitionState state,
        @Nullable Instant submittedAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Rules rules,
        boolean votingReady,
        boolean certified,
        @Nullable Long finalCount,
        @Nullable Rejection rejection,
        @Nullable TakeDown takeDown,
        @Nullable Outcome outcome,
        @Nullable List<@Nullable Happening> timeline,
        @Nullable Instant staleSince) {

    /** The public reason, whether the text is hidden with it, and which petition it doubles. */
    public record Rejection(
            @Nullable RejectionReason reason,
            boolean textHidden,
            @Nullable UUID duplicateOf,
            @Nullable String authority) {}

    /** The public reason, and whether it is for good. */
    public record TakeDown(@Nullable TakeDownReason reason, boolean forGood) {}

    /** What the municipality decided, and its answer. */
    public record Outcome(
            @Nullable Decision decision,
            @Nullable LocalDate decidedOn,
            @Nullable String committee,
            @Nullable String registryNumber,
            @Nullable String answer,
            @Nullable String answerEnglish,
            @Nullable String documentUrl,
            @Nullable Document document) {

        /** The language of the answer that a reader of this language gets. */
        public String language(String reader) {
            return reader.equals("en") && answerEnglish != null ? "en" : "sv";
        }

        /** The answer in that language, paragraph by paragraph. */
        public List<String> paragraphs(String reader) {
            return PetitionView.paragraphs(language(reader).equals("en") ? answerEnglish : answer);
        }
    }

    /** A file that says the decision in full, with its size in bytes. */
    public record Document(@Nullable UUID documentId, @Nullable String name, long size) {

        /** Its size in kB, at least one. */
        public long kilobytes() {
            return Math.max(1, Math.round(size / 1000.0));
        }
    }

    /** One line of the timeline. */
    public record Happening(
            @Nullable HappeningKind event,
            @Nullable LocalDate day,
            @Nullable Map<String, String> details) {}

    /** The text, paragraph by paragraph; an empty line ends a paragraph. */
    public List<String> paragraphs() {
        return paragraphs(text);
    }

    /** What its page is about at {@code now}. */
    public Phase phase(Instant now) {
        return takeDown == null ? published(now) : Phase.TAKEN_DOWN;
    }

    /** Whether it is public and something may still happen to it. */
    public boolean canBeFollowed() {
        return takeDown == null && (state == PetitionState.OPEN || state == PetitionState.CLOSED);
    }

    /** Whether votes may still be taken, should it be restored. */
    public boolean mayOpenAgain(Instant now) {
        return state == PetitionState.OPEN
                && takeDown != null
                && !takeDown.forGood()
                && closesAt != null
                && now.isBefore(closesAt);
    }

    private Phase published(Instant now) {
        return switch (state) {
            case REJECTED -> Phase.REJECTED;
            case IN_REVIEW, RETURNED, WITHDRAWN -> Phase.NOT_READY;
            case CLOSED, ANSWERED -> certified ? Phase.CERTIFIED : Phase.CLOSING;
            case OPEN -> {
                if (certified) {
                    yield Phase.CERTIFIED;
                }
                if (closesAt != null && !now.isBefore(closesAt)) {
                    yield Phase.CLOSING;
                }
                yield votingReady ? Phase.VOTING : Phase.NOT_READY;
            }
        };
    }

    /** Where it stands. */
    public Standing standing() {
        return switch (state) {
            case IN_REVIEW, RETURNED, OPEN -> Standing.OPEN;
            case ANSWERED -> Standing.ANSWERED;
            case REJECTED, WITHDRAWN -> Standing.REJECTED;
            case CLOSED -> {
                if (finalCount == null || rules == null) {
                    yield Standing.COUNTING;
                }
                yield finalCount >= rules.threshold()
                        ? Standing.AWAITING_ANSWER
                        : Standing.BELOW_THRESHOLD;
            }
        };
    }

    /** What has happened, oldest first; kinds that this version does not know are left out. */
    public List<Happening> happenings() {
        return timeline == null
                ? List.of()
                : timeline.stream()
                        .filter(Objects::nonNull)
                        .filter(happening -> happening.event() != null)
                        .toList();
    }

    /** Votes needed, or null when it never opened. */
    public @Nullable Integer threshold() {
        return rules == null ? null : rules.threshold();
    }

    PetitionView readAt(@Nullable Instant staleSince) {
        return new PetitionView(
                id,
                title,
                text,
                petitionerName,
                language,
                state,
                submittedAt,
                opensAt,
                closesAt,
                rules,
                votingReady,
                certified,
                finalCount,
                rejection,
                takeDown,
                outcome,
                timeline,
                staleSince);
    }

    /** A text, paragraph by paragraph; an empty line ends a paragraph. */
    public static List<String> paragraphs(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R\\s*\\R"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }
}
