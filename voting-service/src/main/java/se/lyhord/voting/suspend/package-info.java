/**
 * Stage 4, interrupted: a petition is taken down, so its box takes no votes until it is restored.
 */
@NullMarked
package se.lyhord.voting.suspend;

import org.jspecify.annotations.NullMarked;
