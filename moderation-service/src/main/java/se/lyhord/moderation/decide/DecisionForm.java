package se.lyhord.moderation.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.Typed;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.RedactionKind;
import se.lyhord.moderation.review.RejectionReason;

/**
 * A decision as typed, on the page or by a script.
 *
 * @param decision {@code APPROVE}, {@code REJECT} or {@code RETURN}; on a proposed rejection {@code
 *     CONFIRM} or {@code DISMISS}
 * @param reason code of a {@link RejectionReason}; needed to reject
 * @param duplicateOf id or address of another petition; needed to reject as its duplicate
 * @param authority code of an authority that is settled; what the municipality has no say in may
 *     name one
 * @param message to the petitioner, at most 2000 characters; needed to return
 * @param note for colleagues only, at most 2000 characters
 * @param mask places to hide, as {@link Redaction#code()} names them
 * @param words more to hide: words that stand in the text, wherever they stand
 * @param wordsKind name of a {@link RedactionKind}: what those words are
 */
record DecisionForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String duplicateOf,
        @Nullable String authority,
        @Nullable String message,
        @Nullable String note,
        @Nullable List<String> mask,
        @Nullable String words,
        @Nullable String wordsKind) {

    static final List<String> DECISIONS = List.of("APPROVE", "RETURN", "REJECT");
    static final List<String> FOLLOWING = List.of("CONFIRM", "DISMISS");
    static final int LONGEST_TEXT = 2000;

    private static final int MOST_PLACES = 200;
    private static final Pattern UUID_SOMEWHERE =
            Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    DecisionForm {
        note = note == null ? null : Typed.text(note);
        message = message == null ? null : Typed.text(message);
    }

    /** The form with nothing filled in but what a machine suggests to hide. */
    static DecisionForm suggesting(List<Redaction> redactions) {
        return new DecisionForm(
                null,
                null,
                null,
                null,
                null,
                null,
                redactions.stream().map(Redaction::code).toList(),
                null,
                null);
    }

    /** This form with the reason that it doubles another petition filled in. */
    DecisionForm doubling(UUID other) {
        return new DecisionForm(
                decision,
                RejectionReason.DUPLICATE.name(),
                other.toString(),
                authority,
                message,
                note,
                mask,
                words,
                wordsKind);
    }

    /** This form with these places to hide, and no more words to look for. */
    DecisionForm hiding(List<Redaction> redactions) {
        return new DecisionForm(
                decision,
                reason,
                duplicateOf,
                authority,
                message,
                note,
                redactions.stream().map(Redaction::code).toList(),
                null,
                wordsKind);
    }

    /** What must be mended before the form is a decision. */
    List<FieldError> errors(Problems problems, Locale locale) {
        var errors = new ArrayList<FieldError>();
        if (decision == null || decision.isBlank()) {
            errors.add(problems.field("decision", "decision", "missing", locale));
        } else if (!DECISIONS.contains(decision) && !FOLLOWING.contains(decision)) {
            errors.add(problems.field("decision", "decision", "invalid", locale));
        }
        if ("REJECT".equals(decision)) {
            addReasonErrors(errors, problems, locale);
        }
        if ("RETURN".equals(decision) && (message == null || message.isEmpty())) {
            errors.add(problems.field("decision", "message", "missing", locale));
        }
        addTextErrors("message", message, errors, problems, locale);
        addTextErrors("note", note, errors, problems, locale);
        if (mask != null && (mask.size() > MOST_PLACES || redactions().size() < mask.size())) {
            errors.add(problems.field("decision", "mask", "invalid", locale));
        }
        return errors;
    }

    private void addReasonErrors(List<FieldError> errors, Problems problems, Locale locale) {
        if (reason == null || reason.isBlank()) {
            errors.add(problems.field("decision", "reason", "missing", locale));
        } else if (Stream.of(RejectionReason.values()).noneMatch(it -> it.name().equals(reason))) {
            errors.add(problems.field("decision", "reason", "invalid", locale));
        } else if (isDuplicate() && duplicate() == null) {
            errors.add(problems.field("decision", "duplicateOf", "missing", locale));
        }
    }

    private static void addTextErrors(
            String field,
            @Nullable String typed,
            List<FieldError> errors,
            Problems problems,
            Locale locale) {
        if (typed != null && typed.length() > LONGEST_TEXT) {
            errors.add(problems.field("decision", field, "too-long", locale));
        } else if (typed != null && Typed.isUnreadable(typed)) {
            errors.add(problems.field("decision", field, "invalid", locale));
        }
    }

    /** The decision; only for a form without errors. */
    Decision toDecision() {
        return switch (Objects.requireNonNull(decision)) {
            case "RETURN" -> new Decision.Return(Objects.requireNonNull(message));
            case "REJECT" -> rejection(RejectionReason.valueOf(Objects.requireNonNull(reason)));
            case "CONFIRM" -> new Decision.Confirm();
            case "DISMISS" -> new Decision.Dismiss();
            default -> new Decision.Approve(redactions());
        };
    }

    /** What is hidden as a whole has no places to hide. */
    private Decision rejection(RejectionReason why) {
        return new Decision.Reject(
                why,
                isDuplicate() ? duplicate() : null,
                why == RejectionReason.NOT_MUNICIPAL ? authorityOrNull() : null,
                why.hidesText() ? List.of() : redactions());
    }

    /** The places to hide, in the order of the text; those that cannot be read are left out. */
    List<Redaction> redactions() {
        return mask == null
                ? List.of()
                : mask.stream()
                        .map(Redaction::parse)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted(Redaction.inOrder())
                        .toList();
    }

    /** What the words to hide are. */
    RedactionKind kindOfWords() {
        return Stream.of(RedactionKind.values())
                .filter(kind -> kind.name().equals(wordsKind))
                .findFirst()
                .orElse(RedactionKind.OTHER);
    }

    /** The note, or null when nothing was noted. */
    @Nullable String noteOrNull() {
        return note == null || note.isEmpty() ? null : note;
    }

    private @Nullable String authorityOrNull() {
        return authority == null || authority.isBlank() ? null : authority.strip();
    }

    private boolean isDuplicate() {
        return RejectionReason.DUPLICATE.name().equals(reason);
    }

    private @Nullable UUID duplicate() {
        var found = UUID_SOMEWHERE.matcher(duplicateOf == null ? "" : duplicateOf);
        return found.find() ? UUID.fromString(found.group()) : null;
    }
}
