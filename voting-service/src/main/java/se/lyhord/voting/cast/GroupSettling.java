package se.lyhord.voting.cast;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.cast.GroupTransaction.CommitUnknown;

/**
 * Sees to it that everybody in a group gets the true answer, whatever happens to the transaction:
 * lost commits are read back, conflicting groups split and tried again, a database that is away
 * turns them away.
 */
final class GroupSettling {

    private static final Logger LOG = LoggerFactory.getLogger(GroupSettling.class);
    private static final VoteAnswer COME_AGAIN = new VoteAnswer.Unavailable();

    private final GroupTransaction transaction;
    private final long pauseMillis;

    GroupSettling(GroupTransaction transaction, long pauseMillis) {
        this.transaction = transaction;
        this.pauseMillis = pauseMillis;
    }

    /** Commits and answers a group, and gives back what a fence has put off. */
    List<Waiting> settle(List<Waiting> group) {
        List<Waiting> current = new ArrayList<>();
        for (Waiting waiting : group) {
            if (waiting.isOverdue()) {
                waiting.answer(COME_AGAIN);
            } else {
                current.add(waiting);
            }
        }
        try {
            return current.isEmpty() ? List.of() : commit(current);
        } catch (RuntimeException e) {
            LOG.error("A group of {} failed: {}", current.size(), e.getClass().getName());
            fail(current, e);
            return List.of();
        }
    }

    private List<Waiting> commit(List<Waiting> group) {
        try {
            var outcome = transaction.run(group);
            outcome.answers().forEach(Waiting::answer);
            return outcome.putOff();
        } catch (CommitUnknown e) {
            LOG.warn("A commit's outcome is unknown; reading back");
            return readBack(group);
        } catch (SQLException e) {
            return settleAfter(e, group);
        }
    }

    /**
     * Runs a group again whose commit was lost: decided anew on what is there, own tracker means
     * success. Waits for the database as long as the voters do.
     */
    private List<Waiting> readBack(List<Waiting> group) {
        while (group.stream().anyMatch(waiting -> !waiting.isOverdue())) {
            pause();
            try {
                var outcome = transaction.run(group);
                outcome.answers().forEach(Waiting::answer);
                return outcome.putOff();
            } catch (CommitUnknown e) {
                LOG.warn("A commit's outcome is unknown again");
            } catch (SQLException e) {
                if (SqlTrouble.isOfData(e)) {
                    return settleAfter(e, group);
                }
            }
        }
        turnAway(group);
        return List.of();
    }

    private List<Waiting> settleAfter(SQLException failure, List<Waiting> group) {
        if (!SqlTrouble.isOfData(failure)) {
            LOG.warn("A group of {} put off: SQLSTATE {}", group.size(), failure.getSQLState());
            turnAway(group);
            return List.of();
        }
        if (group.size() > 1) {
            return settleHalves(group);
        }
        if (SqlTrouble.isConflict(failure)) {
            // Somebody was faster with this voter or tracker: the next try reads what they wrote.
            pause();
            return settle(group);
        }
        LOG.error("A vote event was refused: SQLSTATE {}", failure.getSQLState());
        fail(group, new IllegalStateException("SQLSTATE " + failure.getSQLState()));
        return List.of();
    }

    /** In one order with the locks; a voter's commands stay in theirs. */
    private List<Waiting> settleHalves(List<Waiting> group) {
        var sorted =
                group.stream()
                        .sorted(
                                Comparator.comparing(Waiting::petition)
                                        .thenComparing(Waiting::voter))
                        .toList();
        int half = group.size() / 2;
        var putOff = new ArrayList<>(settle(sorted.subList(0, half)));
        putOff.addAll(settle(sorted.subList(half, sorted.size())));
        return putOff;
    }

    private static void fail(List<Waiting> group, RuntimeException failure) {
        group.forEach(waiting -> waiting.answer().completeExceptionally(failure));
    }

    /** Tells everybody to come again. */
    static void turnAway(Collection<Waiting> unanswered) {
        unanswered.forEach(waiting -> waiting.answer(COME_AGAIN));
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
