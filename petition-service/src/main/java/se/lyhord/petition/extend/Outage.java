package se.lyhord.petition.extend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which people could not vote, or may not have been able to.
 *
 * @param missing the part whose absence was measured; null if only people noticed
 * @param reason why an administrator says that people could not vote; null until one does
 * @param extended how many petitions' deadlines it has moved
 */
record Outage(
        UUID id,
        OutageCause cause,
        @Nullable OutagePart missing,
        Instant from,
        Instant to,
        OutageState state,
        @Nullable String reason,
        @Nullable Step declared,
        @Nullable Step confirmed,
        @Nullable Step dismissed,
        int extended) {

    /**
     * Who took a step, and when.
     *
     * @param by the login service's name for the account
     * @param byName the name that colleagues read
     * @param at null for steps from before they were timed
     */
    record Step(String by, @Nullable String byName, @Nullable Instant at) {}
}
