package se.lyhord.moderation.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down.
 *
 * @param by the login service's name for the account
 * @param byName the name that colleagues read
 * @param petitionId null when it is about no petition
 * @param details codes, such as a reason
 * @param note what was written for colleagues
 */
public record LogDeed(
        String by,
        String byName,
        LogAction action,
        @Nullable UUID petitionId,
        @Nullable Integer textVersion,
        @Nullable String details,
        @Nullable String note) {}
