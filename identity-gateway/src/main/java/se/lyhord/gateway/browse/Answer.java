package se.lyhord.gateway.browse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service said.
 *
 * @param staleSince when it said so, if it could not be asked now
 */
record Answer<T>(T value, @Nullable Instant staleSince) {}
