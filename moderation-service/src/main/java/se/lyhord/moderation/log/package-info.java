/** The decision log's entries, and how each seals the ones before it. Pure. */
@NullMarked
package se.lyhord.moderation.log;

import org.jspecify.annotations.NullMarked;
