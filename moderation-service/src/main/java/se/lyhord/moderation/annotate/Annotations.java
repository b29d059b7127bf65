package se.lyhord.moderation.annotate;

import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.UNKNOWN_PETITION;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Commands;
import se.lyhord.eventstore.ConcurrentChange;
import se.lyhord.eventstore.NoSuchAggregate;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.review.ReviewCommand.ChangeTags;
import se.lyhord.moderation.review.ReviewCommand.WriteNote;
import se.lyhord.moderation.review.ReviewRefused;

/** Adds notes and tags; the event and the erasable words commit together. */
@Service
class Annotations {

    private static final int TRIES = 3;

    private final Commands commands;
    private final JdbcCaseFile caseFile;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Annotations(
            Commands commands,
            JdbcCaseFile caseFile,
            TransactionTemplate transaction,
            Clock clock) {
        this.commands = commands;
        this.caseFile = caseFile;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds a note, whatever colleagues do meanwhile.
     *
     * @param noteId drawn with the form, so that a double click writes one note
     */
    void note(UUID petitionId, UUID noteId, String note, StaffMember by) {
        for (var attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(
                        status -> {
                            var now = clock.instant();
                            caseFile.add(noteId, petitionId, by.subject(), by.name(), note, now);
                            commands.send(new WriteNote(petitionId, noteId, now));
                        });
                return;
            } catch (DuplicateKeyException doubleClick) {
                return;
            } catch (NoSuchAggregate unknown) {
                throw new ReviewRefused(UNKNOWN_PETITION);
            } catch (ConcurrentChange race) {
                if (attempt == TRIES) {
                    throw new ReviewRefused(CHANGED_MEANWHILE);
                }
            }
        }
    }

    /**
     * Sets a petition's tags.
     *
     * @param version the version of the case that was read
     * @throws ReviewRefused when the case has changed since
     */
    void tag(UUID petitionId, long version, Collection<String> tags) {
        try {
            transaction.executeWithoutResult(
                    status -> {
                        commands.send(new ChangeTags(petitionId, version, clock.instant()));
                        caseFile.setTags(petitionId, tags);
                    });
        } catch (NoSuchAggregate unknown) {
            throw new ReviewRefused(UNKNOWN_PETITION);
        } catch (ConcurrentChange race) {
            throw new ReviewRefused(CHANGED_MEANWHILE);
        }
    }
}
