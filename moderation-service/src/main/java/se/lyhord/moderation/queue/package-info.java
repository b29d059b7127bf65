/** What waits for a moderator, and for how long. */
@NullMarked
package se.lyhord.moderation.queue;

import org.jspecify.annotations.NullMarked;
