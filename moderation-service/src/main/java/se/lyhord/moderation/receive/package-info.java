/** A petition comes in, and its text is fetched into a table that can be erased. */
@NullMarked
package se.lyhord.moderation.receive;

import org.jspecify.annotations.NullMarked;
