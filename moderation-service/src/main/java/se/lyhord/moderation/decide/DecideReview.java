package se.lyhord.moderation.decide;

import static se.lyhord.moderation.review.ReviewRefused.Reason.ALREADY_DECIDED;
import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.MISPLACED_REDACTION;
import static se.lyhord.moderation.review.ReviewRefused.Reason.TEXT_NOT_HERE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_AUTHORITY;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_DUPLICATE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_PETITION;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.eventstore.ConcurrentChange;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.decide.Decision.Approve;
import se.lyhord.moderation.decide.Decision.Confirm;
import se.lyhord.moderation.decide.Decision.Dismiss;
import se.lyhord.moderation.decide.Decision.Reject;
import se.lyhord.moderation.decide.Decision.Return;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogDeed;
import se.lyhord.moderation.municipality.Municipality.Authority;
import se.lyhord.moderation.municipality.Settled;
import se.lyhord.moderation.review.PetitionTexts;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewCommand;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.ConfirmRejection;
import se.lyhord.moderation.review.ReviewCommand.DismissRejection;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewCommand.ReturnPetition;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.Reviews;

/** Carries a moderator's decision out; the event and who decided commit together. */
@Service
class DecideReview {

    private final Commands commands;
    private final Reviews reviews;
    private final PetitionTexts texts;
    private final DecisionLog log;
    private final ReturnMessages messages;
    private final Settled settled;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecideReview(
            Commands commands,
            Reviews reviews,
            PetitionTexts texts,
            DecisionLog log,
            ReturnMessages messages,
            Settled settled,
            TransactionTemplate transaction,
            Clock clock) {
        this.commands = commands;
        this.reviews = reviews;
        this.texts = texts;
        this.log = log;
        this.messages = messages;
        this.settled = settled;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Decides one review. The same decision by the same person again (a double click) is no error.
     *
     * @param version the version of the case that was read
     * @throws ReviewRefused when the case does not allow it, or a colleague was first
     */
    void decide(
            UUID petitionId,
            long version,
            Decision decision,
            StaffMember by,
            @Nullable String note) {
        try {
            transaction.executeWithoutResult(
                    status -> decideNow(petitionId, version, decision, by, note));
        } catch (ReviewRefused refused) {
            if (!mayBeTheSame(refused, decision) || !didTheSame(petitionId, decision, by)) {
                throw refused;
            }
        } catch (ConcurrentChange race) {
            if (!didTheSame(petitionId, decision, by)) {
                throw new ReviewRefused(CHANGED_MEANWHILE);
            }
        }
    }

    private void decideNow(
            UUID petitionId,
            long version,
            Decision decision,
            StaffMember by,
            @Nullable String note) {
        var review =
                reviews.find(petitionId).orElseThrow(() -> new ReviewRefused(UNKNOWN_PETITION));
        var text =
                texts.find(petitionId, review.textVersion())
                        .orElseThrow(() -> new ReviewRefused(TEXT_NOT_HERE));
        if (decision instanceof Reject reject) {
            refuseUnknown(petitionId, reject);
        }
        var now = clock.instant();
        commands.send(command(review, version, decision, by, now));
        if (!Redaction.fit(decision.redactions(), text)) {
            throw new ReviewRefused(MISPLACED_REDACTION);
        }
        if (decision instanceof Return(var message)) {
            messages.keep(petitionId, review.textVersion(), message, now);
        }
        log.write(now, deed(review, decision, by, note));
    }

    private void refuseUnknown(UUID petitionId, Reject reject) {
        var duplicateOf = reject.duplicateOf();
        if (duplicateOf != null
                && (duplicateOf.equals(petitionId) || reviews.find(duplicateOf).isEmpty())) {
            throw new ReviewRefused(UNKNOWN_DUPLICATE);
        }
        var authority = reject.authority();
        if (authority != null
                && settled.now().authority(authority).filter(Authority::offered).isEmpty()) {
            throw new ReviewRefused(UNKNOWN_AUTHORITY);
        }
    }

    private ReviewCommand command(
            Review review, long version, Decision decision, StaffMember by, Instant now) {
        var petitionId = review.petitionId();
        return switch (decision) {
            case Approve(var redactions) ->
                    new ApprovePetition(petitionId, version, redactions, now);
            case Reject(var reason, var duplicateOf, var authority, var redactions) ->
                    new RejectPetition(
                            petitionId, version, reason, duplicateOf, authority, redactions, now);
            case Return sendBack -> new ReturnPetition(petitionId, version, now);
            case Confirm confirm ->
                    new ConfirmRejection(petitionId, version, isOwn(petitionId, by), now);
            case Dismiss dismiss -> new DismissRejection(petitionId, version, now);
        };
    }

    /** A proposal whose maker is not known is nobody else's. */
    private boolean isOwn(UUID petitionId, StaffMember by) {
        return log.newest(petitionId, Set.of(LogAction.REJECT_PROPOSE))
                .map(entry -> entry.by().equals(by.subject()))
                .orElse(true);
    }

    private static LogDeed deed(
            Review review, Decision decision, StaffMember by, @Nullable String note) {
        return new LogDeed(
                by.subject(),
                by.name(),
                action(decision),
                review.petitionId(),
                review.textVersion(),
                details(review, decision),
                note);
    }

    private static LogAction action(Decision decision) {
        return switch (decision) {
            case Approve approve -> LogAction.APPROVE;
            case Reject reject ->
                    reject.reason().hidesText() ? LogAction.REJECT_PROPOSE : LogAction.REJECT;
            case Confirm confirm -> LogAction.REJECT;
            case Dismiss dismiss -> LogAction.REJECT_DISMISS;
            case Return sendBack -> LogAction.RETURN;
        };
    }

    /**
     * Codes only: reason, the doubled petition or the authority, and the places that are hidden.
     */
    private static @Nullable String details(Review review, Decision decision) {
        var details = new StringJoiner(", ");
        if (decision instanceof Confirm && review.reason() != null) {
            details.add(review.reason().name());
        }
        if (decision instanceof Reject reject) {
            details.add(reject.reason().name());
            if (reject.duplicateOf() != null) {
                details.add(reject.duplicateOf().toString());
            }
            if (reject.authority() != null) {
                details.add(reject.authority());
            }
        }
        decision.redactions().forEach(redaction -> details.add(redaction.code()));
        return details.length() == 0 ? null : details.toString();
    }

    /** After a double click the case has moved on from what was read. */
    private static boolean mayBeTheSame(ReviewRefused refused, Decision decision) {
        return refused.reason() == ALREADY_DECIDED
                || refused.reason() == CHANGED_MEANWHILE
                        && (decision instanceof Confirm || decision instanceof Dismiss);
    }

    private boolean didTheSame(UUID petitionId, Decision decision, StaffMember by) {
        var review = reviews.find(petitionId);
        return log.newest(petitionId, LogAction.DECISIONS)
                .filter(entry -> entry.by().equals(by.subject()))
                .filter(entry -> entry.action().equals(action(decision).name()))
                .filter(
                        entry ->
                                review.isPresent()
                                        && Objects.equals(
                                                entry.details(), details(review.get(), decision)))
                .isPresent();
    }
}
