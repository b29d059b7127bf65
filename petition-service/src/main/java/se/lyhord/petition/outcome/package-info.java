/** Stage 8: a case officer records what the municipality decided. */
@NullMarked
package se.lyhord.petition.outcome;

import org.jspecify.annotations.NullMarked;
