/** A moderator reads a petition, and approves or rejects it. */
@NullMarked
package se.lyhord.moderation.decide;

import org.jspecify.annotations.NullMarked;
