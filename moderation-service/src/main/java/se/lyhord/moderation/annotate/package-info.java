/** What moderators add to a case for each other: notes, tags, and that they are looking at it. */
@NullMarked
package se.lyhord.moderation.annotate;

import org.jspecify.annotations.NullMarked;
