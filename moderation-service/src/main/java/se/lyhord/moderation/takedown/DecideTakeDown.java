package se.lyhord.moderation.takedown;

import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_PETITION;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.eventstore.ConcurrentChange;
import se.lyhord.eventstore.NoSuchAggregate;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.log.LogDeed;
import se.lyhord.moderation.review.ReviewCommand;
import se.lyhord.moderation.review.ReviewCommand.ConfirmTakeDown;
import se.lyhord.moderation.review.ReviewCommand.DismissTakeDown;
import se.lyhord.moderation.review.ReviewCommand.ProposeTakeDown;
import se.lyhord.moderation.review.ReviewCommand.RestorePetition;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.TakeDown;

/** Carries a step out; the event and who took it commit together. */
@Service
class DecideTakeDown {

    private final Commands commands;
    private final DecisionLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecideTakeDown(
            Commands commands, DecisionLog log, TransactionTemplate transaction, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Proposes a take-down, for a colleague to confirm. */
    void propose(UUID petition, long version, TakeDown takeDown, StaffMember by) {
        carryOut(
                petition,
                version,
                Step.PROPOSE,
                by,
                takeDown.reason() + ", " + (takeDown.endsVote() ? "FOR_GOOD" : "FOR_NOW"),
                now -> new ProposeTakeDown(petition, version, takeDown, now));
    }

    /**
     * Takes a step on what has been proposed or done.
     *
     * @param version the version of the case that was read
     * @throws ReviewRefused when the case does not allow it, or a colleague was first
     */
    void follow(UUID petition, long version, Step step, StaffMember by) {
        carryOut(
                petition,
                version,
                step,
                by,
                null,
                now ->
                        switch (step) {
                            case CONFIRM ->
                                    new ConfirmTakeDown(
                                            petition, version, isOwn(petition, by), now);
                            case DISMISS -> new DismissTakeDown(petition, version, now);
                            case RESTORE -> new RestorePetition(petition, version, now);
                            case PROPOSE ->
                                    throw new IllegalArgumentException("a proposal has a reason");
                        });
    }

    private void carryOut(
            UUID petition,
            long version,
            Step step,
            StaffMember by,
            @Nullable String details,
            Function<Instant, ReviewCommand> command) {
        var deed =
                new LogDeed(by.subject(), by.name(), step.action(), petition, null, details, null);
        try {
            transaction.executeWithoutResult(
                    status -> {
                        Instant now = clock.instant();
                        commands.send(command.apply(now));
                        log.write(now, deed);
                    });
        } catch (ReviewRefused refused) {
            if (refused.reason() != CHANGED_MEANWHILE || !isDone(deed)) {
                throw refused;
            }
        } catch (ConcurrentChange race) {
            if (!isDone(deed)) {
                throw new ReviewRefused(CHANGED_MEANWHILE);
            }
        } catch (NoSuchAggregate unknown) {
            throw new ReviewRefused(UNKNOWN_PETITION);
        }
    }

    /** The same step by the same person again (a double click) is no error. */
    private boolean isDone(LogDeed deed) {
        return log.newest(Objects.requireNonNull(deed.petitionId()), Step.LOGGED)
                .filter(entry -> entry.by().equals(deed.by()))
                .filter(entry -> entry.action().equals(deed.action().name()))
                .filter(entry -> Objects.equals(entry.details(), deed.details()))
                .isPresent();
    }

    /** A proposal whose maker is not known is nobody else's. */
    private boolean isOwn(UUID petition, StaffMember by) {
        return log.newest(petition, Step.LOGGED)
                .map(entry -> entry.by().equals(by.subject()))
                .orElse(true);
    }
}
