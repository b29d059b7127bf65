/** What became of a petition after the vote, recorded by a case officer. */
@NullMarked
package se.lyhord.moderation.outcome;

import org.jspecify.annotations.NullMarked;
