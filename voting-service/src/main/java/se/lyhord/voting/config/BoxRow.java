package se.lyhord.voting.config;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.voting.ballot.BoxState;

/**
 * What is on record about a box.
 *
 * @param closesAt its newest deadline
 * @param revision the deadline's
 * @param closeRevision the revision PetitionClosed named, once it has come
 * @param cut the number of votes, once fenced
 * @param digest of the tracker list, once fenced
 */
public record BoxRow(
        UUID petition,
        BoxState state,
        Instant closesAt,
        int revision,
        @Nullable Integer closeRevision,
        @Nullable Long cut,
        @Nullable String digest) {}
