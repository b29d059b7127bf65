package se.lyhord.moderation.decide;

import static se.lyhord.moderation.review.ReviewRefused.Reason.ALREADY_DECIDED;
import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.TEXT_NOT_HERE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_PETITION;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.eventstore.ConcurrentChange;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.decide.Decision.Approve;
import se.lyhord.moderation.decide.Decision.Reject;
import se.lyhord.moderation.review.PetitionTexts;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewCommand;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.Reviews;

/** Carries a moderator's decision out; the event and who decided commit together. */
@Service
class DecideReview {

    private final Commands commands;
    private final Reviews reviews;
    private final PetitionTexts texts;
    private final DecisionLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecideReview(
            Commands commands,
            Reviews reviews,
            PetitionTexts texts,
            DecisionLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.commands = commands;
        this.reviews = reviews;
        this.texts = texts;
        this.log = log;
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
            if (refused.reason() != ALREADY_DECIDED || !didTheSame(petitionId, decision, by)) {
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
        if (texts.find(petitionId, review.textVersion()).isEmpty()) {
            throw new ReviewRefused(TEXT_NOT_HERE);
        }
        var now = clock.instant();
        commands.send(command(review, version, decision, now));
        log.write(petitionId, review.textVersion(), decision, by, note, now);
    }

    private static ReviewCommand command(
            Review review, long version, Decision decision, Instant now) {
        return switch (decision) {
            case Approve approve -> new ApprovePetition(review.petitionId(), version, now);
            case Reject reject ->
                    new RejectPetition(review.petitionId(), version, reject.reason(), now);
        };
    }

    private boolean didTheSame(UUID petitionId, Decision decision, StaffMember by) {
        return log.find(petitionId)
                .filter(entry -> entry.by().equals(by.subject()))
                .filter(entry -> entry.decision().equals(decision))
                .isPresent();
    }
}
