/** What this service listens to. */
@NullMarked
package se.lyhord.moderation.inbox;

import org.jspecify.annotations.NullMarked;
